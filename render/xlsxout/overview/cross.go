package overview

import (
	"strconv"

	"ziping/render/xlsxout/longsheet"
)

// Crossed is something that two forms of a run say together.
type Crossed struct {
	Check, Name           string // the check's id and what it is called
	Organisation, Project string
	Here, There           Place
	Message               string
}

// Place is a place of a form with what stands there.
type Place struct {
	File         Link
	Year         int    // 0 for one that is not known
	Field, Place string // in words
	Value        string // with its unit
}

var crossColumns = []column{
	col("单位", "Organisation", 18), col("检查", "Check", 20), col("说明", "Sentence", 48),
	col("本表", "This form", 22), col("年度", "Year", 6), col("栏目", "Field", 14), col("位置", "Place", 12), col("数", "Value", 15),
	col("对照的表", "Other form", 22), col("年度", "Year", 6), col("栏目", "Field", 14), col("位置", "Place", 12), col("数", "Value", 15),
	col("编号", "Number", 8),
}

// AddCross adds a row to the sheet across forms.
func (s *Book) AddCross(c Crossed) error {
	name := c.Organisation
	if c.Project != "" {
		name += "\n" + c.Project
	}
	cells := append(s.cells(name, c.Name, c.Message), s.place(c.Here)...)
	return s.crossed.Add(append(append(cells, s.place(c.There)...), s.words(c.Check))...)
}

func (s *Book) cells(texts ...string) (out []longsheet.Cell) {
	for _, t := range texts {
		out = append(out, s.words(t))
	}
	return out
}

func (s *Book) place(p Place) []longsheet.Cell {
	year := ""
	if p.Year > 0 {
		year = strconv.Itoa(p.Year)
	}
	return append([]longsheet.Cell{s.link(p.File), s.amount(year)}, s.cells(p.Field, p.Place, p.Value)...)
}
