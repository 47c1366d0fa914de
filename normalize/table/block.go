package table

// Block is a run of lines of one kind: heading rows, then body rows.
type Block struct {
	Kind       BlockKind
	Head, Body int // first heading line, first body line
	End        int // after the last body line
	Slots      []Slot
}

// BlockKind is what a block of a form holds.
type BlockKind string

// The blocks of a form.
const (
	FundBlock      BlockKind = "funds"
	GoalBlock      BlockKind = "goals"
	IndicatorBlock BlockKind = "indicators"
	RemarkBlock    BlockKind = "remarks"
)
