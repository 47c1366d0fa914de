package place

import (
	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/family"
	"ziping/normalize/habit"
	"ziping/normalize/table"
)

// listPlacer reads the list of indicators.
type listPlacer struct {
	*draft.Draft
	foot     *footPlacer
	family   *family.Family // nil for a form of no known family
	levels   levelState
	shifts   []int // by how many columns each cell of the latest list was moved
	packed   bool  // the list's rows have lost their empty cells
	habit    habit.Habit
	pages    [][]*table.Item      // the rows of the list, over the headings that pages repeat
	pagesEnd int                  // the line below them
	bands    map[*table.Item]bool // the last cells of rows of groups, told by sums

	tallied map[*table.Item][]int // the columns of rows whose marks the sums tell, by their first cells
}

// levelState is what the rows below inherit from merged level cells.
type levelState struct {
	one, two   *normalize.Field
	oneFirst   bool // the next row is the first of its group: it carries the points
	twoFirst   bool
	lastShift  int // of the row before, for telling a run of shifted rows
	lastMoved  bool
	groupStart int // index of the first indicator of the current first level
}

// missingCost is what leaving a column empty costs; levels are merged and
// reasons mostly blank, so these cost nothing.
var missingCost = map[string]int{"name": 20, "target": 7, "actual": 4, "weight": 5, "score": 4}
