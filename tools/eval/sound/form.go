// Package sound draws forms at random in which every sum holds, with what each
// field prints, copies them as people copy text out of files, and holds what
// the program reads in the copy against what was drawn.
//
// Nothing in such a form is wrong, so an error told of it, or of a part of it, is
// false, and a form told as read whole must have every field as it was drawn.
//
//	f := sound.Draw(7) // the same form for the same seed
//	text := f.Text(sound.Tabs, sound.AllBlanks, rng)
package sound

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"ziping/tools/eval/forms"
)

// Form is a form with its fields.
type Form struct {
	forms.Form
	// Truth is what each field prints, by its path; a row of money is named by its
	// label: "funds[年度资金总额].budget".
	Truth map[string]string
	// At is the cell of each field that has one of its own, an index of Cells.
	At map[string]int
	// Summed are the fields that a sum, a difference or a rate of the form touches.
	Summed []string
	ended  bool // the list has a total, by which its end is known
}

//go:embed words.yaml
var wordsFile []byte

type wordList struct {
	Title, Place, Office, Project, Person, Unit []string
	Head                                        [][]string
	Kinds                                       map[string][]string
	Side                                        map[string][]string
	Money, Sources                              [][]string
	SourceHead                                  []string `yaml:"source_head"`
	Goals, Goal                                 []string
	List, Levels                                [][]string
	Managed                                     [][]string `yaml:"levels_managed"`
	Names                                       map[string][]string
	Measures, Wording, Answers, Reasons, Rules  []string
	Explained, Date, Total, Grade, Grades       []string
	DateDone                                    []string `yaml:"date_done"`
	Note, Subtotal                              []string
	Signed, Result                              [][]string
	Panel                                       struct{ Side, Heads, Posts []string }
	Ruled                                       struct{ Target, Done []string }
	Spent, Said, Saying                         []string
	Bonus, Malus                                besideFull
	HeadTotal                                   []string `yaml:"head_total"`
	GoalNumber                                  []string `yaml:"goal_number"`
	Remarks                                     struct{ Side, Heads, Rows, Texts []string }
}

// besideFull are words of rows whose marks stand beside the full mark.
type besideFull struct{ Level, Second, Name, Rule, Done []string }

var words = sync.OnceValue(func() (w wordList) {
	if err := yaml.Unmarshal(wordsFile, &w); err != nil {
		panic(err)
	}
	return w
})

// draw builds a form block by block. Each block divides the same columns.
type draw struct {
	*rand.Rand
	wordList
	f    *Form
	row  int
	full int // points in hundredths that the list must make; the rest are the budget's
	got  int // points given so far, in hundredths
	habit
	spent int // the rate of the whole budget, in hundredths of a percent
	later []later
	whole string // the label of the whole budget
}

// habit is how a form writes its figures and texts throughout.
type habit struct {
	thousands bool // commas in money
	padded    bool // points with two places
	shares    bool // weights in percent
	numbered  bool // 指标1：培训人次
	inList    bool // the rate of the budget is an indicator, and the money has no points
	unscored  bool // the money has no points
	broken    bool // some texts have a line break
	half      int  // brackets lost: none, the closing ones, the opening ones
}

// points prints points as this form does.
func (d *draw) written(v int) string {
	if d.padded {
		return money(v)
	}
	return hundredths(v)
}

// share prints a weight as this form does.
func (d *draw) share(v int) string {
	if d.shares {
		return d.written(v) + "%"
	}
	return d.written(v)
}

// lines breaks a text at a clause or in its middle in forms that do.
func (d *draw) lines(text string) string {
	r := []rune(text)
	if !d.broken || len(r) < 8 || d.IntN(2) == 0 {
		return text
	}
	at := len(r) / 2
	for i, c := range r[:len(r)-1] {
		if c == '；' {
			at = i + 1
			break
		}
	}
	return string(r[:at]) + "\n" + string(r[at:])
}

// Draw returns the form of a seed.
func Draw(seed uint64) *Form {
	d := &draw{Rand: rand.New(rand.NewPCG(seed, 0x736f756e64)), wordList: words(), full: 10000}
	d.f = &Form{Truth: map[string]string{}, At: map[string]int{}}
	d.f.ID = fmt.Sprintf("sound-%05d", seed)
	money, list := pick(d, d.Money), pick(d, d.List)
	side := d.IntN(3) > 0
	marked := hasField(list, "weight")
	d.habit = habit{
		thousands: d.IntN(5) == 0,
		padded:    d.IntN(6) == 0,
		shares:    d.IntN(10) == 0,
		numbered:  d.IntN(6) == 0,
		inList:    d.IntN(6) == 0 && marked,
		broken:    d.IntN(4) == 0,
		half:      max(0, d.IntN(12)-9),
	}
	if !marked {
		money = slices.DeleteFunc(slices.Clone(money), func(c string) bool {
			_, field := column(c)
			return field == "weight" || field == "score"
		})
	}
	d.f.Cols = max(len(money)+2, len(list)+1) + d.IntN(2)
	for range d.f.Cols {
		d.f.Widths = append(d.f.Widths, 10)
	}
	d.begin()
	d.head(marked)
	blocks := []func(){func() { d.money(money, side) }, d.goals, func() { d.list(list, side) }}
	switch d.IntN(10) {
	case 0:
		blocks[0], blocks[1] = blocks[1], blocks[0]
	case 1: // no goals
		blocks = []func(){blocks[0], blocks[2]}
	case 2: // the money at the end, without points
		if !d.inList {
			d.unscored = true
			blocks[0], blocks[1], blocks[2] = blocks[1], blocks[2], blocks[0]
		}
	}
	for i, b := range blocks {
		b()
		if i == 0 && d.IntN(8) == 0 {
			d.remarks()
		}
	}
	d.results()
	d.foot()
	d.inHead()
	d.halves()
	d.f.Rows = d.row
	path := map[[2]int]string{}
	for p, i := range d.f.At {
		path[[2]int{d.f.Cells[i].Row, d.f.Cells[i].Col}] = p
	}
	d.f.Fill()
	for i, c := range d.f.Cells {
		if p := path[[2]int{c.Row, c.Col}]; p != "" {
			d.f.At[p] = i
		}
	}
	return d.f
}

// put places a cell; a path says which field it prints.
func (d *draw) put(row, col, rows, cols int, kind forms.Kind, text, path string) {
	d.f.Cells = append(d.f.Cells, forms.Cell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Text: text, Kind: kind})
	if path != "" && text != "" {
		d.f.Truth[path] = text
		d.f.At[path] = len(d.f.Cells) - 1
	}
}

func pick[T any](d *draw, list []T) T { return list[d.IntN(len(list))] }

// cut divides the columns from..to into n and returns their edges.
func (d *draw) cut(from, to, n int) []int {
	edges := []int{from}
	spare := to - from - n
	for i := range n {
		w := 1
		if spare > 0 && (i == n-1 || d.IntN(n) == 0) {
			w += spare
			spare = 0
		}
		edges = append(edges, edges[len(edges)-1]+w)
	}
	return edges
}

// headings puts a row of headings, or two where some stand under a common one, written
// 预算安排>年初预算数. It returns how many.
func (d *draw) headings(edges []int, columns []string) int {
	rows := 1
	if strings.Contains(strings.Join(columns, " "), ">") {
		rows = 2
	}
	for i := 0; i < len(columns); i++ {
		head, _ := column(columns[i])
		over, _, grouped := strings.Cut(head, ">")
		if !grouped {
			d.put(d.row, edges[i], rows, edges[i+1]-edges[i], forms.Heading, head, "")
			continue
		}
		n := i
		for ; n < len(columns) && strings.HasPrefix(columns[n], over+">"); n++ {
			h, _ := column(columns[n])
			d.put(d.row+1, edges[n], 1, edges[n+1]-edges[n], forms.Heading, strings.TrimPrefix(h, over+">"), "")
		}
		d.put(d.row, edges[i], 1, edges[n]-edges[i], forms.Heading, over, "")
		i = n - 1
	}
	return rows
}

// hasField reports whether a column prints a field.
func hasField(columns []string, field string) bool {
	return slices.ContainsFunc(columns, func(c string) bool {
		_, f := column(c)
		return f == field
	})
}

// column is a heading with the field below it, written 年初预算数=initial.
func column(s string) (head, field string) {
	i := strings.LastIndex(s, "=")
	return s[:i], s[i+1:]
}
