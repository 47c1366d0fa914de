package figures

import (
	"math"
	"testing"

	"ziping/extract/ocr"
)

// printed is a Reading of which each mark is doubtful: share is what it gives the
// mark in text, the rest goes to the other one.
func printed(text string, share float64) ocr.Reading {
	var r ocr.Reading
	for _, c := range text {
		s := ocr.Slot{Alternatives: []ocr.Alternative{{Text: string(c), P: .98}, {Text: "8", P: .02}}}
		switch c {
		case '.':
			s.Alternatives = []ocr.Alternative{{Text: ".", P: share}, {Text: ",", P: .95 - share}, {Text: "", P: .05}}
		case ',':
			s.Alternatives = []ocr.Alternative{{Text: ",", P: share}, {Text: ".", P: .95 - share}, {Text: "", P: .05}}
		}
		r.Slots = append(r.Slots, s)
	}
	return r
}

func TestSeparators(t *testing.T) {
	for _, c := range []struct {
		seen  string
		share float64
		want  string
	}{
		{"12.345.67", .7, "12,345.67"},
		{"1.234.567.89", .7, "1,234,567.89"},
		{"12,345,67", .7, "12,345.67"},
		{"58020,10", .7, "58020.10"},
		{"0,5", .7, "0.5"},
		{"1234,567", .7, "1234.567"},
		{"2023.12.31", .7, "2023.12.31"},
		{"2023,12,31", .6, "2023.12.31"},
		{"8.,650.4", .6, "8,650.4"},
		{"91,66%", .7, "91.66%"},
		// what may be either is thousands, unless the point is clear
		{"4.435", .6, "4,435"},
		{"4.435", .8, "4.435"},
		{"0.435", .6, "0.435"},
		{"4.4350", .6, "4.4350"},
		{"4,435", .6, "4,435"},
		// what is printed clearly stays, however odd
		{"12.345.67", .9489, "12.345.67"},
		{"1,2,3", .9489, "1,2,3"},
		// marks that are none between digits
		{"1.", .7, "1."},
		{".5", .7, ".5"},
		{"1.8.", .7, "1.8."},
		{"-", .7, "-"},
		{"", .7, ""},
	} {
		r := printed(c.seen, c.share)
		got := separators(r)
		if got.Text() != c.want {
			t.Errorf("%s at %.2f: got %s, want %s", c.seen, c.share, got.Text(), c.want)
		}
		if r.Text() != c.seen {
			t.Errorf("%s was changed itself", c.seen)
		}
		for i, s := range got.Slots {
			before, after := 0.0, 0.0
			for _, a := range r.Slots[i].Alternatives {
				before += a.P
			}
			for j, a := range s.Alternatives {
				after += a.P
				if j > 0 && a.P > s.Alternatives[j-1].P {
					t.Errorf("%s: the alternatives of place %d are out of order", c.seen, i)
				}
			}
			if math.Abs(before-after) > 1e-9 {
				t.Errorf("%s, place %d: probabilities of %.4f became %.4f", c.seen, i, before, after)
			}
		}
	}
}

// A mark that was passed over counts where the number needs it.
func TestSeparatorsPassedOver(t *testing.T) {
	over := ocr.Slot{Alternatives: []ocr.Alternative{{Text: "", P: .7}, {Text: ",", P: .3}}}
	for text, want := range map[string]string{"12,345,678": "12,345,678", "12345,678": "12345678"} {
		r := printed(text, .85)
		r.Slots[len(text)-4] = over
		if got := separators(r).Text(); got != want {
			t.Errorf("%s, the last comma doubtful: got %s, want %s", text, got, want)
		}
	}
}

// Of two marks that stand for one, one goes.
func TestSeparatorsDouble(t *testing.T) {
	r := printed("58020..10", .6)
	r.Slots[6].Alternatives = []ocr.Alternative{{Text: ".", P: .7}, {Text: "", P: .3}}
	if got := separators(r).Text(); got != "58020.10" {
		t.Errorf("got %s", got)
	}
}

// A digit is never another one afterwards.
func TestSeparatorsLeaveDigits(t *testing.T) {
	r := printed("1.234.567.89", .6)
	for i, s := range separators(r).Slots {
		if between(s) {
			continue
		}
		for j, a := range s.Alternatives {
			if a != r.Slots[i].Alternatives[j] {
				t.Errorf("place %d: got %v, want %v", i, s.Alternatives, r.Slots[i].Alternatives)
			}
		}
	}
}

func TestRegular(t *testing.T) {
	for text, want := range map[string]bool{
		"1": true, "1234": true, "1,234": true, "12,345,678": true, "1.5": true, "1,234.567": true, "2023.1.1": true, "0.123456": true,
		"1,23": false, ",123": false, "1234,567": false, "1.2.3": false, "1,234.": false, "": false, ".5": false, "12,34.5": false, "2023.1,1.1": false,
	} {
		if got := regular(text); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
