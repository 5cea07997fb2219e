package org.roentgen.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetsTest {
    /** The examples of PS3.5 Annexes H, I, J and K. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISO_IR 100                      | 42 75 63 5E 4A E9 72 F4 6D 65                                          | Buc^Jérôme
            ISO_IR 144                      | BB EE DA 63 65 DC D1 79 70 D3                                          | Люкceмбypг
            ISO_IR 126                      | C4 E9 EF ED F5 F3 E9 EF F2                                             | Διονυσιος
            ISO_IR 138                      | F9 F8 E5 EF 5E E3 E1 E5 F8 E4                                          | שרון^דבורה
            ISO_IR 166                      | A1 D2 C3                                                               | การ
            ISO_IR 13                       | D4 CF C0 DE 5E C0 DB B3                                                | ﾔﾏﾀﾞ^ﾀﾛｳ
            ISO_IR 192                      | 57 61 6E 67 5E E7 8E 8B                                                | Wang^王
            GB18030                         | CD F5 5E D0 A1 B6 AB                                                   | 王^小东
            GBK                             | CD F5 5E D0 A1 B6 AB                                                   | 王^小东
            \\ISO 2022 IR 87                | 59 61 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42 | Ya=山田^太郎
            \\ISO 2022 IR 149               | 48 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE D4 D7                     | H=洪^吉洞
            \\ISO 2022 IR 58                | 5A 3D 1B 24 29 41 D5 C5 5E 1B 24 29 41 D0 A1 B6 AB                     | Z=张^小东
            """)
    void decodesAndEncodes(String terms, String hex, String text) {
        CharacterSets sets =
                CharacterSets.of(List.of(terms.replace("\\\\", "\\").split("\\\\", -1)));
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThat(sets.decode(bytes, 0, bytes.length)).isEqualTo(text);
        assertThat(sets.encode(text)).hasValue(bytes);
    }
}
