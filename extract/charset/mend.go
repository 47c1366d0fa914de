package charset

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// A byte that went bad or missing leaves its neighbour without a partner, and a
// decoder that goes on from there pairs the end of each character with the
// beginning of the next: wrong characters, up to the next byte of ASCII. So the
// lines that lost something are cut into characters anew, in the way that loses
// least in one place.

// What each way to take the next bytes costs.
const (
	costRare      = 10 // a pair that is none of the common characters
	costLost      = 30 // a byte that is given up
	costLostAgain = 10 // and the next one
	costFrequent  = -1 // a character that forms are made of
)

// maxMended bounds the bytes that are cut anew. A text of which more is bad is
// past reading.
const maxMended = 256 << 10

// mended is what bytes say that a decoder made this of: the same, unless some
// were lost. Where most are odd it is noise, and stays so.
func (p twoByte) mended(data []byte, said string) string {
	if !strings.Contains(said, lost) {
		return said
	}
	if good, odd := p.count(data); good <= odd {
		return said
	}
	return p.mend(data)
}

// mend decodes bytes of which some are bad, line by line.
func (p twoByte) mend(data []byte) string {
	var b strings.Builder
	mended := 0
	for line := range bytes.Lines(data) {
		text, _ := p.NewDecoder().Bytes(line)
		if bytes.Contains(text, []byte(lost)) && mended+len(line) <= maxMended {
			mended += len(line)
			b.WriteString(p.mendLine(line))
			continue
		}
		b.Write(text)
	}
	return b.String()
}

// step is the cheapest way to a place in a line, the byte before it lost or not.
type step struct {
	cost, from int
	fromLost   bool
	text       string
	set        bool
}

func (p twoByte) mendLine(line []byte) string {
	best := make([][2]step, len(line)+1) // kept, lost
	best[0][0].set = true
	reach := func(at, from int, fromLost, isLost bool, cost int, text string) {
		into := &best[at][index(isLost)]
		if cost += best[from][index(fromLost)].cost; !into.set || cost < into.cost {
			*into = step{cost, from, fromLost, text, true}
		}
	}
	for i, c := range line {
		for _, wasLost := range []bool{false, true} {
			if !best[i][index(wasLost)].set {
				continue
			}
			if c < 0x80 {
				reach(i+1, i, wasLost, false, 0, string(rune(c)))
			} else {
				cost := costLost
				if wasLost {
					cost = costLostAgain
				}
				reach(i+1, i, wasLost, true, cost, lost)
			}
			for _, n := range []int{2, 4} {
				if c < 0x80 || i+n > len(line) {
					break
				}
				if text, cost, ok := p.character(line[i : i+n]); ok {
					reach(i+n, i, wasLost, false, cost, text)
				}
			}
		}
	}
	var parts []string
	at, isLost := len(line), best[len(line)][1].set && (!best[len(line)][0].set || best[len(line)][1].cost < best[len(line)][0].cost)
	for at > 0 {
		s := best[at][index(isLost)]
		if !isLost || !s.fromLost { // a run of lost bytes is one sign
			parts = append(parts, s.text)
		}
		at, isLost = s.from, s.fromLost
	}
	slices.Reverse(parts)
	return strings.Join(parts, "")
}

func index(isLost bool) int {
	if isLost {
		return 1
	}
	return 0
}

// character reads bytes as one character, and what that costs.
func (p twoByte) character(code []byte) (text string, cost int, ok bool) {
	out, err := p.NewDecoder().Bytes(code)
	text = string(out)
	if err != nil || utf8.RuneCountInString(text) != 1 || text == lost {
		return "", 0, false
	}
	switch {
	case len(code) > 2 || !p.first(code[0]) || !p.second(code[1]):
		cost = costRare
	case strings.Contains(frequent, text):
		cost = costFrequent
	}
	return text, cost, true
}
