package searchout

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"ziping/extract"
)

// foot is how far below the baseline the foot of a line lies, in its height: as the
// font has it.
const foot = -descent / em

// content is a stream that writes lines without ink. Each character is made as wide as
// its place, so that none is beside what it stands for, and no gap looks like a blank.
func content(lines []extract.LayerLine) []byte {
	var b bytes.Buffer
	b.WriteString("q BT 3 Tr\n")
	for i := range lines {
		write(&b, &lines[i])
	}
	b.WriteString("ET Q\n")
	return b.Bytes()
}

func write(b *bytes.Buffer, l *extract.LayerLine) {
	long, high := math.Hypot(l.AlongX, l.AlongY), math.Hypot(l.UpX, l.UpY)
	text := []rune(l.Text)
	if !(long > 0 && high > 0) || len(text) != len(l.Ends) {
		return
	}
	fmt.Fprintf(b, "/%s %s Tf %s %s %s %s %s %s Tm", fontKey, number(high),
		fine(l.AlongX/long), fine(l.AlongY/long), fine(l.UpX/high), fine(l.UpY/high), number(l.X+foot*l.UpX), number(l.Y+foot*l.UpY))
	stretch, open := 0.0, false
	pen := 0.0
	for i, r := range text {
		c := code(r)
		natural := high * width(c) / em
		// In hundredths of a percent; what rounding leaves goes to the next character.
		s := math.Round((l.Ends[i]*long-pen)/natural*1e4) / 1e2
		s = max(s, 1)
		pen += natural * s / 100
		if s != stretch {
			if open {
				b.WriteString("> Tj")
			}
			fmt.Fprintf(b, " %s Tz <", number(s))
			stretch, open = s, true
		}
		fmt.Fprintf(b, "%04X", c)
	}
	if open {
		b.WriteString("> Tj")
	}
	b.WriteByte('\n')
}

// code is what stands for a character in the font: its number, and the sign of what is
// no character for those that have a longer one.
func code(r rune) uint16 {
	if r < 0 || r > 0xFFFF || r >= 0xD800 && r < 0xE000 {
		return 0xFFFD
	}
	return uint16(r)
}

func number(v float64) string { return trimmed(v, 2) }

func fine(v float64) string { return trimmed(v, 5) }

// trimmed is a number without zeros at its end.
func trimmed(v float64, places int) string {
	p := math.Pow10(places)
	v = math.Round(v*p) / p
	if v == 0 { // no negative one
		v = 0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
