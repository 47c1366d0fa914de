package read

import (
	"ziping/normalize"
)

// wovenMoves records the rows that were put back from a stream.
func wovenMoves(d *draft) {
	for _, l := range d.lines {
		if !l.woven {
			continue
		}
		m := normalize.Move{
			Evidence:   "文本没有列：各格按表头的次序、数值类型和合计关系归位",
			EvidenceEN: "the text has no columns: the cells follow the order of the headings, by their kinds and the sums of the form",
		}
		for i := range l.items {
			it := &l.items[i]
			if m.Field.IsZero() && it.path.InTable() {
				m.Field = it.path.Record()
			}
			if it.from != it.to {
				m.Cells = append(m.Cells, normalize.MovedCell{Text: it.text, From: it.from, To: it.to})
			}
		}
		if !m.Field.IsZero() && len(m.Cells) > 0 {
			m.At = l.items[0].at
			d.rep.Moves = append(d.rep.Moves, m)
		}
	}
}
