package org.roentgen.dicom.object;

/** A colour in CIELab as DICOM encodes it (PS3.3 C.10.7.1.1): three numbers of 16 bits. */
public record CieLab(int lightness, int a, int b) {
    /** The colour of sRGB values 0 to 255, for the D50 white point. */
    public static CieLab ofRgb(int red, int green, int blue) {
        double r = linear(red / 255.0);
        double g = linear(green / 255.0);
        double bl = linear(blue / 255.0);
        double x = curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * bl) / 0.9642);
        double y = curve(0.2225045 * r + 0.7168786 * g + 0.0606169 * bl);
        double z = curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * bl) / 0.8251);
        return new CieLab(
                encode((116 * y - 16) * 65535 / 100),
                encode((500 * (x - y) + 128) * 65535 / 255),
                encode((200 * (y - z) + 128) * 65535 / 255));
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double curve(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }

    private static int encode(double value) {
        return Math.clamp(Math.round(value), 0, 65535);
    }
}
