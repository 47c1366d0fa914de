package draft

import (
	"strings"

	"ziping/extract"
	"ziping/text/blank"
)

// Struck are the parts of a text that are struck through, by bytes, in rising order.
// Whoever strikes a figure and writes another beside it has taken the first one back: in
// one cell only the second counts. What is struck as a whole has nothing in its place and
// is read as it stands.
type Struck [][2]int

// StruckRead says that struck text was read as it stands.
var StruckRead = extract.Text{ZH: "有加删除线的文字，已照读", EN: "there is struck text, which was read as it stands"}

// Add strikes a part of a text.
func (s *Struck) Add(from, to int) {
	if to > from {
		*s = append(*s, [2]int{from, to})
	}
}

// Cut is a text without its struck parts, if there is another one in it. says is what the
// reader has to say, nothing where no part that is seen is struck.
func (s Struck) Cut(text string) (kept string, says *extract.Text) {
	var rest, gone strings.Builder
	at := 0
	for _, part := range s {
		rest.WriteString(text[at:part[0]])
		gone.WriteString(text[part[0]:part[1]])
		at = part[1]
	}
	rest.WriteString(text[at:])
	switch {
	case blank.None(gone.String()):
		return text, nil
	case blank.None(rest.String()):
		return text, &StruckRead
	}
	return rest.String(), &extract.Text{ZH: "有加删除线的文字，其旁另有文字，加线的未读取", EN: "there is struck text beside other text; what is struck was not read"}
}
