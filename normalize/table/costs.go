package table

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"ziping/normalize"
	"ziping/text/datafile"
)

//go:embed costs.yaml
var costsYAML []byte

// Look is the kind of a cell as the table of costs tells kinds apart.
type Look uint8

// The rows of the table of costs.
const (
	Nothing Look = iota
	levelOne
	levelOneBare
	levelTwo
	levelTwoBare
	eitherLevel
	eitherLevelBare
	operator
	bound
	longBound
	boundInWords
	longBoundInWords
	mark
	figure
	largeFigure
	points
	percent
	amount
	quantity
	longQuantity
	garbled
	figureAndWords
	numberedName
	gradeWord
	shortWord
	word
	phrase
	longPhrase
	sentence
	longText
	unread
)

// lookNames are the looks as the table of costs calls them.
var lookNames = [...]string{
	"nothing", "level1", "level1_bare", "level2", "level2_bare", "either_level", "either_level_bare",
	"operator", "bound", "long_bound", "bound_in_words", "long_bound_in_words",
	"mark", "figure", "large_figure", "points", "percent", "amount", "quantity", "long_quantity", "garbled",
	"figure_and_words", "numbered_name", "grade", "short_word", "word", "phrase", "long_phrase", "sentence", "text", "unread",
}

func (l Look) String() string { return lookNames[l] }

// costColumns are the columns of the table of costs. The last of each block stands
// for all columns that have no other.
var costColumns = []string{
	"level1", "level2", "name", "op", "unit", "target", "actual", "weight", "score", "coefficient", "reason", anyColumn,
	string(normalize.Money), string(normalize.Rate), string(normalize.Marks), furtherMoney,
}

const (
	anyColumn    = "other"
	furtherMoney = "further"
)

// costTable holds for each column what each look costs there.
type costTable map[string][]int

// costs is the embedded table. It is read once; a defect in the data is caught by
// the tests, which open it with loadCosts.
var costs = datafile.Once(costsYAML, loadCosts)

// loadCosts reads the table and refuses one that lacks a look or a column, or holds
// one more.
func loadCosts(text []byte) (costTable, error) {
	var file struct {
		Columns []string
		Cells   map[string][]string
	}
	if err := datafile.Decode("costs", text, &file); err != nil {
		return nil, err
	}
	if !slices.Equal(file.Columns, costColumns) {
		return nil, fmt.Errorf("costs: columns %v, want %v", file.Columns, costColumns)
	}
	if len(file.Cells) != len(lookNames) {
		return nil, fmt.Errorf("costs: %d kinds of cells, want %d", len(file.Cells), len(lookNames))
	}
	t := costTable{}
	for _, look := range lookNames {
		row := file.Cells[look]
		if len(row) != len(costColumns) {
			return nil, fmt.Errorf("costs: %s has %d costs, want %d", look, len(row), len(costColumns))
		}
		for c, id := range costColumns {
			cost, err := parseCost(row[c])
			if err != nil {
				return nil, fmt.Errorf("costs: %s in %s: %w", look, id, err)
			}
			t[id] = append(t[id], cost)
		}
	}
	return t, nil
}

// parseCost reads x as Unfit; what can stand somewhere costs less.
func parseCost(s string) (int, error) {
	if s == "x" {
		return Unfit, nil
	}
	n, err := strconv.ParseUint(s, 10, 16)
	if err == nil && n >= Unfit {
		err = fmt.Errorf("%d is no cost below %d", n, Unfit)
	}
	return int(n), err
}

// Fit is the cost of such a cell standing in a column of the list of indicators.
func (k Kind) Fit(id string) int { return listColumn(id)[k.Look] }

// FitMoney is the cost of such a cell standing in a column of the money block.
func (k Kind) FitMoney(id string) int { return moneyColumn(id)[k.Look] }

// Columns of the points of a level, which all its indicators share.
const (
	Level1Points = "level1_points"
	Level2Points = "level2_points"
)

func listColumn(id string) []int {
	t := costs()
	if id == Level1Points || id == Level2Points {
		id = string(normalize.Weight)
	}
	if column, ok := t[id]; ok {
		return column
	}
	return t[anyColumn]
}

func moneyColumn(id string) []int {
	t := costs()
	if column, ok := t[string(normalize.Column(id).Kind())]; ok {
		return column
	}
	return t[furtherMoney]
}

// ColumnCosts are the costs of columns, looked up once for all rows below them: by
// column, then by what a cell looks like.
type ColumnCosts [][]int

// ListCosts are the costs of the columns of a list of indicators.
func ListCosts(slots []Slot) ColumnCosts { return costsOf(slots, listColumn) }

// MoneyCosts are the costs of the columns of a money block.
func MoneyCosts(slots []Slot) ColumnCosts { return costsOf(slots, moneyColumn) }

func costsOf(slots []Slot, column func(id string) []int) ColumnCosts {
	out := make(ColumnCosts, len(slots))
	for k := range slots {
		out[k] = column(slots[k].ID)
	}
	return out
}

// Of is the cost of a cell that looks so standing in column s.
func (c ColumnCosts) Of(l Look, s int) int { return c[s][l] }
