package prose

import "ziping/text/num"

// Kind is the role of a figure in its sentence.
type Kind int

// The kinds. Only Level, Plan and Completion are compared with a table.
const (
	Level      Kind = iota // so many there are, or were done
	Plan                   // so many were to be done
	Completion             // a share of a target that was done
	Growth                 // a difference from another time or from a plan
	Share                  // a share of a whole
	Comparison             // a figure of another time or place
	Range                  // one end of a range
	Name                   // part of a name, a label or a list
)

// Hedge says how a figure is softened.
type Hedge int

// The hedges.
const (
	Plain   Hedge = iota
	About         // 约, 左右
	More          // 余, 多: 3000余人
	Near          // 近, 将近
	AtLeast       // 以上, 超过, 不少于
	AtMost        // 以下, 不超过
)

// Span is a stretch of a text in characters, End exclusive.
type Span struct{ Start, End int }

// Mention is one figure of a text.
type Mention struct {
	Kind   Kind
	Hedge  Hedge
	At     Span        // the figure with its magnitude and unit, in characters of the text
	Number num.Decimal // as printed, without magnitude
	Power  int32       // of the magnitude: 4 for 万
	Value  num.Decimal // Number × 10^Power, exactly
	Unit   string      // 人, 元, %; "" where none is printed
	// Low and High are the bounds of what the print can stand for, whether it
	// was rounded or cut off. A hedge that leaves one side open leaves it out (OpenLow, OpenHigh).
	Low, High         num.Decimal
	OpenLow, OpenHigh bool

	Subject  Phrase // of what: the words around the figure
	Words    Span   // the words that Subject was made of and the figure
	Sentence int    // figures of one sentence have one number
	Clause   int
	Year     int    // the year the sentence speaks of before the figure; 0 where none is named
	Part     string // a word that makes it the figure of a part, a period or a unit
	Among    Among
	List     int // figures of one list of parts have one number; 0 outside lists
	// Done tells of a word for doing before the figure: a Plan that has one (完成任务1200人) may be either.
	Done bool
	// Bare tells that the figure has no words of its own in its clause; its Subject, if any, is the clause before.
	Bare bool
	// Soft tells of words of doing in its clause (实际支出120万元), which may be of another thing than a Bare figure seems to be.
	Soft bool
	// Loose tells that a Completion names no target (完成率103%): it is of the count before it, if of any.
	Loose bool
}

// Among says how a figure stands in a list of parts.
type Among int

// The places in a list of parts.
const (
	Alone    Among = iota
	Part           // behind 其中: one of some parts
	Each           // behind 分别: one of all parts
	Together       // 合计: the whole of the parts before it
)

// YearAt is a year named by a text as its own time.
type YearAt struct {
	Year     int
	At       Span
	Sentence int
}

// Text is a narrative with its figures in printed order.
type Text struct {
	Mentions []Mention
	Years    []YearAt

	raw     []rune
	clauses []clause
}

// Quote is the text of a span.
func (t *Text) Quote(s Span) string { return string(t.raw[s.Start:s.End]) }

// Len is the length of the text in characters.
func (t *Text) Len() int { return len(t.raw) }

// QuoteOf quotes a figure with the words that say what it is of.
func (t *Text) QuoteOf(m *Mention) string {
	const most = 40
	s := Span{min(m.Words.Start, m.At.Start), max(m.Words.End, m.At.End)}
	if s.End-s.Start > most {
		if m.Words.Start < m.At.Start {
			return "…" + t.Quote(Span{s.End - most, s.End})
		}
		return t.Quote(Span{s.Start, s.Start + most}) + "…"
	}
	return t.Quote(s)
}
