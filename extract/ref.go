package extract

import "encoding/json"

// Ref is a place in a Document: a cell of a table, or (Table < 0) a loose line.
type Ref struct {
	Table int
	Row   int
	Col   int
	Line  int
	Page  int
	Box   *Box
}

// CellRef is the place of a cell.
func CellRef(table int, c *Cell) Ref {
	return Ref{Table: table, Row: c.Row, Col: c.Col, Page: c.Page, Box: c.Box}
}

// LineRef is the place of the nth loose line.
func LineRef(n int, l *Line) Ref {
	return Ref{Table: -1, Line: n, Page: l.Page, Box: l.Box}
}

// IsLine reports whether r names a loose line and not a cell.
func (r Ref) IsLine() bool { return r.Table < 0 }

// Key is r without its geometry; two Refs with the same Key are the same place.
func (r Ref) Key() Ref {
	if r.IsLine() {
		return Ref{Table: -1, Line: r.Line}
	}
	return Ref{Table: r.Table, Row: r.Row, Col: r.Col}
}

type cellRefJSON struct {
	Table int  `json:"table"`
	Row   int  `json:"row"`
	Col   int  `json:"col"`
	Page  int  `json:"page,omitempty"`
	Box   *Box `json:"box,omitempty"`
}

type lineRefJSON struct {
	Line int  `json:"line"`
	Page int  `json:"page,omitempty"`
	Box  *Box `json:"box,omitempty"`
}

// MarshalJSON writes {table,row,col} for a cell and {line} for a line.
func (r Ref) MarshalJSON() ([]byte, error) {
	if r.IsLine() {
		return json.Marshal(lineRefJSON{r.Line, r.Page, r.Box})
	}
	return json.Marshal(cellRefJSON{r.Table, r.Row, r.Col, r.Page, r.Box})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Ref) UnmarshalJSON(data []byte) error {
	var probe struct {
		Line *int `json:"line"`
		cellRefJSON
	}
	if err := json.Unmarshal(data, &probe); err != nil {
		return err
	}
	*r = Ref{Table: probe.Table, Row: probe.Row, Col: probe.Col, Page: probe.Page, Box: probe.Box}
	if probe.Line != nil {
		*r = Ref{Table: -1, Line: *probe.Line, Page: probe.Page, Box: probe.Box}
	}
	return nil
}
