package recognise

// Quotation marks come in pairs. The engine of text takes one of a pair for a straight
// mark now and then, which a text with the other never has.

const (
	opening, closing, straight = "“", "”", `"`
)

// paired gives the straight marks of a text their side where the other of their pair
// stands in it, over all its lines.
func paired(lines []line) {
	var marks []*string
	for i := range lines {
		for k := range lines[i].reading.Slots {
			if a := lines[i].reading.Slots[k].Alternatives; len(a) > 0 && (a[0].Text == opening || a[0].Text == closing || a[0].Text == straight) {
				marks = append(marks, &a[0].Text)
			}
		}
	}
	for i := 0; i+1 < len(marks); i++ {
		switch first, next := marks[i], marks[i+1]; {
		case *first == opening && *next == straight:
			*next = closing
		case *first == straight && *next == closing:
			*first = opening
		case *first != opening || *next != closing:
			continue
		}
		i++ // the pair is done
	}
}
