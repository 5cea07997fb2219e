"""What is written into images: names, numbers, dates, addresses of hospitals, settings of devices; all invented by chance."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ONSETS = "b c d f g h j k l m n p r s t v w z br ch cr dr fr gr kl kr pr sch sh st th tr".split() + [""]
VOWELS = "a e i o u ai au ea ee ei ie oo ou y".split()
CODAS = "n r s t l m k d ck ll nn ng rt st x z".split() + [""] * 10
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
SETTINGS = ["kV 120", "mAs 85", "TR 500 TE 14", "W 400 L 40", "FoV 24cm", "TE: 90", "Im: 12/60", "Se: 4", "FR 30Hz", "MI 0.9", "Gn 62", "5 mm"]


class Wording:
    """@param random: the source of chance"""

    def __init__(self, random):
        self.random = random

    def name(self):
        choice = self.random.choice
        return "".join(choice(ONSETS) + choice(VOWELS) + choice(CODAS) for _ in range(choice([1, 2, 2, 2, 3, 3])))

    def cased_name(self):
        name = self.name()
        return self.random.choice([name.upper(), name.upper(), name.capitalize(), name.lower()])

    def number(self, least, most):
        return "".join(self.random.choice("0123456789") for _ in range(self.random.randint(least, most)))

    def date(self):
        r = self.random
        day, month, year = r.randint(1, 28), r.randint(1, 12), r.randint(1920, 2026)
        return r.choice([
            f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year}", f"{year}{month:02}{day:02}",
            f"{day:02}-{MONTHS[month - 1]}-{year}", f"{month}/{day}/{year % 100:02}",
            f"{r.randint(0, 23):02}:{r.randint(0, 59):02}:{r.randint(0, 59):02}"])

    def scrambled(self, least, most, letters=LETTERS + LETTERS.lower() + "0123456789-/:.,()"):
        return "".join(self.random.choice(letters) for _ in range(self.random.randint(least, most)))

    def line(self):
        """A line as it stands in images."""
        r = self.random
        first, last = self.cased_name(), self.cased_name()
        return r.choice([
            lambda: f"{last}{r.choice(['^', ', ', ' ', ',', '_'])}{first}",
            lambda: f"{first} {r.choice('ABCDEFGHJKLMNPRSTW')}. {last}",
            lambda: last,
            lambda: first,
            lambda: r.choice(["MRN", "ID", "Pat. ID", "PID", "Acc", "No", "ID:", "SSN"]) + r.choice([": ", " ", ":", "#"]) + self.number(4, 10),
            lambda: r.choice(["", "A", "P", "MR", "XR-", "PAT"]) + self.number(4, 9),
            self.date,
            lambda: r.choice(["DOB ", "DOB: ", "Born ", "*", "Date: ", "Study "]) + self.date(),
            lambda: r.choice(["M", "F", "O"]) + r.choice([" ", "/", ", "]) + self.number(2, 3) + r.choice(["Y", " y", "Yrs"]),
            lambda: r.choice(["St. ", "Univ. ", "Klinik ", "Hospital ", "Dr. ", "Prof. ", "Tech: ", "Ref: "]) + last,
            lambda: r.choice(SETTINGS),
            lambda: "+" * r.randint(0, 1) + self.number(2, 3) + r.choice([" ", "-", "/"]) + self.number(3, 4) + r.choice([" ", "-"]) + self.number(3, 4),
            lambda: self.scrambled(3, 14),
            lambda: last[:3],
        ])()

    def other_script(self, ranges, least=2, most=9):
        low, high = self.random.choice(ranges)
        return "".join(chr(self.random.randint(low, high)) for _ in range(self.random.randint(least, most)))
