package htmlin

import (
	"strings"
	"unicode/utf8"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/text/blank"
)

// inline gathers the text of one line or paragraph, white space as a browser
// shows it: a no-break space always counts, runs of blanks and line ends are
// one; but where someone typed several blanks in a row to part two entries, two
// are kept. A line end between two Chinese characters is a blank as well: most
// programs break lines at blanks only, and one lost would join two entries.
type inline struct {
	buf    []rune
	blank  int           // how much white space is due
	ended  bool          // and it held the end of a line
	taken  int           // how many texts were taken
	struck draft.Struck  // parts, by characters
	says   *extract.Text // of the struck parts of the text taken last
}

// strike strikes what was written since a place in the text that so many others came
// before; false where the text has been taken since.
func (in *inline) strike(from, taken int) bool {
	if taken != in.taken {
		return false
	}
	in.struck.Add(from, len(in.buf))
	return true
}

// cut takes struck parts out of the text where there is another one.
func (in *inline) cut() string {
	parts := make(draft.Struck, len(in.struck))
	for i, part := range in.struck {
		parts[i] = [2]int{len(string(in.buf[:part[0]])), len(string(in.buf[:part[1]]))}
	}
	text, says := parts.Cut(string(in.buf))
	in.struck, in.says, in.taken = in.struck[:0], says, in.taken+1
	return text
}

func (in *inline) write(s string, pre bool) {
	for _, r := range s {
		switch {
		case r >= utf8.RuneSelf && blank.NoBreak(r):
			in.settle()
			in.buf = append(in.buf, blank.Hard)
		case r >= utf8.RuneSelf && blank.Void(r): // soft hyphen, zero width: nothing to see
		case pre && (r == '\n' || r == ' ' || r == '\t'):
			in.buf = append(in.buf, r)
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f':
			in.blank++
			in.ended = in.ended || r == '\n'
		default:
			in.settle()
			in.buf = append(in.buf, r)
		}
	}
}

// settle puts the blank that is due.
func (in *inline) settle() {
	if in.blank == 0 {
		return
	}
	n := len(in.buf)
	if n > 0 && in.buf[n-1] != '\n' {
		in.buf = append(in.buf, ' ')
		if in.blank > 1 && !in.ended {
			in.buf = append(in.buf, ' ')
		}
	}
	in.blank, in.ended = 0, false
}

func (in *inline) newline() {
	in.blank, in.ended = 0, false
	in.buf = append(in.buf, '\n')
}

// gap parts what is drawn apart on one line.
func (in *inline) gap() {
	if n := len(in.buf); n > 0 && in.buf[n-1] != '\n' {
		in.buf = append(in.buf, blank.Hard, blank.Hard, blank.Hard, blank.Hard)
	}
}

// take is the text so far; the next begins anew.
func (in *inline) take() string {
	s := strings.ReplaceAll(in.cut(), string(blank.Hard), " ")
	in.buf, in.blank, in.ended = in.buf[:0], 0, false
	if !strings.Contains(s, "\n") {
		return blank.Trim(s)
	}
	lines := strings.Split(s, "\n")
	out := lines[:0]
	for _, l := range lines {
		if l = blank.Trim(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}
