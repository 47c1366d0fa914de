// Package dataset writes every record of a run's folder as tables: one row a form, a
// row of money, an indicator, a field, a finding. The tables are the same in every
// format (docs/dataset.md).
//
//	made, err := dataset.Write(ctx, "out", dataset.Options{Formats: []string{"csv"}, Sinks: sinks})
//
// It is made of what DIR holds: the account and the JSON outputs that it names, one
// input at a time, so that memory does not grow with them, and so that a run that was
// resumed or put together of shards gives the same bytes as one that was not.
package dataset

import (
	"ziping/extract"
)

// Schema names the tables and their columns.
const Schema = "ziping.dataset/1"

// Dir is the folder in DIR that holds a dataset.
const Dir = "dataset"

// Formats are the formats there are, in the order users see them.
var Formats = []string{"sqlite", "parquet", "csv"}

// Type is what a column holds. Every column may be NULL, which says that it is not
// known or does not apply; no text is ever empty.
type Type int

// The types of columns.
const (
	Text Type = iota
	Integer
	Real
	Decimal // with at most 28 digits before the point and 10 behind it
)

// The most that a Decimal holds; what has more is NULL there and stands in the text
// beside it.
const (
	Precision = 38
	Scale     = 10
)

// Column is a column of a table.
type Column struct {
	Name string
	Type Type
	What extract.Text
}

// Table is a table. Its first Key columns tell its rows apart, in whose order they come.
type Table struct {
	Name    string
	What    extract.Text
	Key     int
	Columns []Column
}

// Value is what stands in a row under a column of some type; one that is not Set is NULL.
type Value struct {
	Set  bool
	Text string // of Text, and the plain digits of a Decimal
	Int  int64
	Real float64
}

// Sink takes the rows of all tables, those of one table in order, and keeps none of the
// slices that it is given. Close makes its files
// whole; after an error nothing of it is used.
type Sink interface {
	Row(table int, values []Value) error
	Close() error
}

// FilesOf are the base names of a format's files: one for each table, in their order,
// but for a format that holds them all.
func FilesOf(format string) []string {
	if format == "sqlite" {
		return []string{"ziping.sqlite"}
	}
	names := make([]string, len(Tables))
	for i := range Tables {
		names[i] = Tables[i].Name + "." + format
	}
	return names
}

// Open begins the files of a format in a folder that is empty.
type Open func(folder string, tables []Table) (Sink, error)
