package formula

import (
	"strconv"
	"strings"

	"ziping/text/blank"
	"ziping/text/num"
)

const (
	shown   = 15 // figures of a number that spreadsheets show
	longest = 60 // characters of a number in a file
	kept    = 40 // places that are gone on with, and the most figures before the point
)

// parse reads a plain decimal, or one with a power of ten.
func parse(s string) (num.Decimal, bool) {
	mantissa, power, has := strings.Cut(strings.ToUpper(blank.Trim(s)), "E")
	if len(s) > longest {
		return num.Decimal{}, false
	}
	n, err := num.Parse(mantissa)
	if strings.HasPrefix(mantissa, ".") {
		n, err = num.Parse("0" + mantissa)
	}
	if err != nil || !has {
		return n, err == nil
	}
	by, err := strconv.Atoi(power)
	if err != nil || by > kept || by < -kept {
		return num.Decimal{}, false
	}
	return n.Shift(int32(by)), true
}

// spoken reads a number that stands in a cell as words: 1,200.50 and 95%.
func spoken(s string) (num.Decimal, bool) {
	bare, percent := strings.CutSuffix(blank.Trim(s), "%")
	whole, part, _ := strings.Cut(bare, ".")
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return num.Decimal{}, false
			}
		}
		if strings.Contains(part, ",") || len(groups[0]) > 4 {
			return num.Decimal{}, false
		}
		bare = strings.ReplaceAll(bare, ",", "")
	}
	n, ok := parse(bare)
	if percent {
		n = n.Shift(-2)
	}
	return n, ok
}

// figures rounds a number to the figures that are shown.
func figures(n num.Decimal) num.Decimal {
	whole, part, _ := strings.Cut(n.Abs().String(), ".")
	if whole == "0" {
		return n.Round(int32(shown + len(part) - len(strings.TrimLeft(part, "0"))))
	}
	return n.Round(int32(max(0, shown-len(whole))))
}

// bounded is a number that is gone on with; ok is false where it is too large.
func bounded(n num.Decimal) (num.Decimal, bool) {
	whole, _, _ := strings.Cut(n.Abs().String(), ".")
	return n.Round(kept), len(whole) <= kept
}
