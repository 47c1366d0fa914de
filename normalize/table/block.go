package table

// Block is a run of lines of one kind: heading rows, then body rows.
type Block struct {
	Kind       BlockKind
	Head, Body int // first heading line, first body line
	End        int // after the last body line
	Slots      []Slot
}

type BlockKind string

const (
	FundBlock      BlockKind = "funds"
	GoalBlock      BlockKind = "goals"
	IndicatorBlock BlockKind = "indicators"
	RemarkBlock    BlockKind = "remarks"
)
