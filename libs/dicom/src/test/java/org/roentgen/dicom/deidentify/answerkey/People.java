package org.roentgen.dicom.deidentify.answerkey;

import java.util.List;

/** Invented people in all character sets of PS3.3 C.12.1.1.2. */
record People(String characterSet, String name, List<String> needles) {
    static final List<People> ALL = List.of(
            of("", "Quackenbush^Zebediah^Orlando", "Quackenbush", "Zebediah", "Orlando"),
            of("ISO_IR 100", "Grünwäldle^Jérôme^Öger", "Grünwäldle", "Jérôme"),
            of("ISO_IR 101", "Wąłęszak^Żółćław", "Wąłęszak", "Żółćław"),
            of("ISO_IR 109", "Ĉapeliano^Ĝoĥano", "Ĉapeliano", "Ĝoĥano"),
            of("ISO_IR 110", "Kārkliņa^Ērvīnija", "Kārkliņa", "Ērvīnija"),
            of("ISO_IR 144", "Люкceмбypг^Борислава", "Люкceмбypг", "Борислава"),
            of("ISO_IR 127", "قباني^لنزارالدين", "قباني", "لنزارالدين"),
            of("ISO_IR 126", "Διονυσιουλη^Θεοφανεια", "Διονυσιουλη", "Θεοφανεια"),
            of("ISO_IR 138", "שרוניקל^דבורהלה", "שרוניקל", "דבורהלה"),
            of("ISO_IR 148", "Çavuşoğlu^Göksüğün", "Çavuşoğlu", "Göksüğün"),
            of("ISO_IR 166", "สมหมายใจ^วันทนาดี", "สมหมายใจ", "วันทนาดี"),
            of("ISO_IR 192", "Wangvondel^XiaoDongzhi=王小東明=", "Wangvondel", "XiaoDongzhi", "王小東明"),
            of("GB18030", "Wangsanlu^XiaoLingzhi=王魯尔^小宁东=", "Wangsanlu", "XiaoLingzhi", "小宁东"),
            of("\\ISO 2022 IR 87", "Yamadahara^Tarouzaemon=山田原^太郎左=やまだはら^たろうざ", "Yamadahara", "Tarouzaemon", "山田原"),
            of("ISO 2022 IR 13\\ISO 2022 IR 87", "ﾔﾏﾀﾞﾊﾗｼ^ﾀﾛｳｻﾞ=山田原^太郎左=", "ﾔﾏﾀﾞﾊﾗｼ", "太郎左"),
            of("\\ISO 2022 IR 149", "Hongsunja^Gildongle=洪洪^吉洞洞=홍홍순^길동래", "Hongsunja", "Gildongle", "길동래"));

    private static People of(String characterSet, String name, String... needles) {
        return new People(characterSet, name, List.of(needles));
    }

    String[] characterSets() {
        return characterSet.split("\\\\");
    }
}
