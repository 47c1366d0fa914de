package place

import (
	"ziping/normalize"
	"ziping/normalize/draft"
)

// wovenMoves records the rows that were put back from a stream.
func wovenMoves(d *draft.Draft) {
	for _, l := range d.Lines {
		if !l.Woven {
			continue
		}
		m := normalize.Move{
			Evidence:   "文本没有列：各格按表头的次序、数值类型和合计关系归位",
			EvidenceEN: "the text has no columns: the cells follow the order of the headings, by their kinds and the sums of the form",
		}
		for i := range l.Items {
			it := &l.Items[i]
			if m.Field.IsZero() && it.Path.InTable() {
				m.Field = it.Path.Record()
			}
			if it.From != it.To {
				m.Cells = append(m.Cells, normalize.MovedCell{Text: it.Text, From: it.From, To: it.To})
			}
		}
		if !m.Field.IsZero() && len(m.Cells) > 0 {
			m.At = l.Items[0].At
			d.Report.Moves = append(d.Report.Moves, m)
		}
	}
}
