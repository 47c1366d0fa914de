package read

// block is a run of lines of one kind: heading rows, then body rows.
type block struct {
	kind       blockKind
	head, body int // first heading line, first body line
	end        int // after the last body line
	slots      []slot
}

type blockKind string

const (
	fundBlock      blockKind = "funds"
	goalBlock      blockKind = "goals"
	indicatorBlock blockKind = "indicators"
	remarkBlock    blockKind = "remarks"
)
