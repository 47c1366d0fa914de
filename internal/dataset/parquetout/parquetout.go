// Package parquetout writes a dataset as Parquet, a file for each table.
//
//	sink, err := parquetout.Open(folder, dataset.Tables)
package parquetout

import (
	"bufio"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"

	"ziping/internal/dataset"
)

// A row group is written when it has this many bytes of text, or rows: what a file
// holds in memory until then.
const (
	groupBytes = 4 << 20
	groupRows  = 50_000
)

type sink struct {
	tables []dataset.Table
	files  []*file
	row    parquet.Row
}

type file struct {
	f           *os.File
	b           *bufio.Writer
	w           *parquet.GenericWriter[any]
	rows, bytes int
}

// Open begins a file for each table.
func Open(folder string, tables []dataset.Table) (dataset.Sink, error) {
	s := &sink{tables: tables}
	for i, name := range dataset.FilesOf("parquet") {
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		b := bufio.NewWriterSize(f, 1<<16)
		w := parquet.NewGenericWriter[any](b, schema(&tables[i]), parquet.Compression(&parquet.Zstd), parquet.CreatedBy("ziping", "1", ""), parquet.PageBufferSize(64<<10))
		s.files = append(s.files, &file{f: f, b: b, w: w})
	}
	return s, nil
}

// schema has the columns in the order of the table, which a Go struct keeps.
func schema(t *dataset.Table) *parquet.Schema {
	var fields []reflect.StructField
	for i, c := range t.Columns {
		x := reflect.StructField{Name: fmt.Sprintf("C%d", i), Type: reflect.TypeFor[*string]()}
		tag := c.Name + ",optional"
		switch c.Type {
		case dataset.Integer:
			x.Type = reflect.TypeFor[*int64]()
		case dataset.Real:
			x.Type = reflect.TypeFor[*float64]()
		case dataset.Decimal:
			x.Type = reflect.TypeFor[[16]byte]()
			tag += fmt.Sprintf(",decimal(%d:%d)", dataset.Scale, dataset.Precision)
		default:
		}
		x.Tag = reflect.StructTag(`parquet:"` + tag + `"`)
		fields = append(fields, x)
	}
	return parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// Row adds a row.
func (s *sink) Row(table int, values []dataset.Value) error {
	t := s.files[table]
	s.row = s.row[:0]
	for i, v := range values {
		var x parquet.Value
		defined := 0
		if v.Set {
			defined = 1
			switch s.tables[table].Columns[i].Type {
			case dataset.Integer:
				x = parquet.Int64Value(v.Int)
			case dataset.Real:
				x = parquet.DoubleValue(v.Real)
			case dataset.Decimal:
				d, err := unscaled(v.Text)
				if err != nil {
					return err
				}
				x = parquet.FixedLenByteArrayValue(d[:])
			default:
				x = parquet.ByteArrayValue([]byte(v.Text))
			}
			t.bytes += len(v.Text)
		}
		s.row = append(s.row, x.Level(0, defined, i))
	}
	if _, err := t.w.WriteRows([]parquet.Row{s.row}); err != nil {
		return err
	}
	if t.rows++; t.rows >= groupRows || t.bytes >= groupBytes {
		t.rows, t.bytes = 0, 0
		return t.w.Flush()
	}
	return nil
}

// unscaled is a decimal as a whole number of its last places, in 16 bytes, the highest
// first.
func unscaled(digits string) (out [16]byte, err error) {
	whole, rest, _ := strings.Cut(digits, ".")
	if len(rest) > dataset.Scale {
		return out, fmt.Errorf("%s has more than %d places", digits, dataset.Scale)
	}
	n, ok := new(big.Int).SetString(whole+rest+strings.Repeat("0", dataset.Scale-len(rest)), 10)
	if !ok {
		return out, fmt.Errorf("%q is no decimal", digits)
	}
	if n.Sign() < 0 {
		n.Add(n, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	n.FillBytes(out[:])
	return out, nil
}

// Close writes what is left, and closes the files.
func (s *sink) Close() error {
	var all error
	for _, t := range s.files {
		all = errors.Join(all, t.w.Close(), t.b.Flush(), t.f.Sync(), t.f.Close())
	}
	return all
}
