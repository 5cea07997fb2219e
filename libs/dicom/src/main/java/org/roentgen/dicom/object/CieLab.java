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

    /** Red, green and blue of sRGB, 0 to 255; colours beyond sRGB are cut off. */
    public int[] toRgb() {
        double fy = (lightness * 100.0 / 65535 + 16) / 116;
        double x = 0.9642 * cube(fy + (a * 255.0 / 65535 - 128) / 500);
        double y = cube(fy);
        double z = 0.8251 * cube(fy - (b * 255.0 / 65535 - 128) / 200);
        return new int[] {
            gamma(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
            gamma(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
            gamma(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)
        };
    }

    private static double cube(double value) {
        return value > 6.0 / 29 ? value * value * value : (116 * value - 16) * 27 / 24389;
    }

    private static int gamma(double value) {
        double encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.clamp(Math.round(255 * encoded), 0, 255);
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
