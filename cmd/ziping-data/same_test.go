package main

import (
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"ziping/internal/batch"
	"ziping/internal/dataset"
	"ziping/render/tableout"
)

// The three formats hold the same rows in the same order, cell by cell.
func TestFormatsAreTheSame(t *testing.T) {
	from, dir := inputs(t), t.TempDir()
	write(t, filepath.Join(from, "nasty.txt"), []byte(nasty))
	write(t, filepath.Join(from, "letter.txt"), []byte("没有表。\n"))
	sample, err := os.ReadFile("../../samples/fj-department-2022.txt")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(from, "cut.txt"), sample[:len(sample)*2/3])
	convert(t, from, dir, batch.Shard{})
	m := data(t, dir, dataset.Formats...)
	folder := filepath.Join(dir, dataset.Dir)
	cells, nulls, decimals := 0, 0, 0
	for i := range dataset.Tables {
		table := &dataset.Tables[i]
		fromCSV, fromParquet, fromSQL := readCSV(t, folder, table), readParquet(t, folder, table), readSQLite(t, folder, table)
		if n := m.Rows[table.Name]; len(fromCSV) != n || len(fromParquet) != n || len(fromSQL) != n {
			t.Fatalf("%s: %d rows in CSV, %d in Parquet, %d in SQLite, %d in the manifest", table.Name, len(fromCSV), len(fromParquet), len(fromSQL), n)
		}
		for r := range fromParquet {
			for c, column := range table.Columns {
				p, q, text := fromParquet[r][c], fromSQL[r][c], fromCSV[r][c]
				cells++
				if p == nil {
					nulls++
				}
				if column.Type == dataset.Decimal && p != nil {
					decimals++
				}
				if err := alike(column.Type, p, q, text); err != nil {
					t.Errorf("%s row %d, %s: %v", table.Name, r, column.Name, err)
				}
			}
		}
	}
	t.Logf("%d cells, %d of them NULL, %d decimals", cells, nulls, decimals)
	if cells < 20_000 || nulls < 1_000 || decimals < 1_000 {
		t.Errorf("compared %d cells, %d NULLs, %d decimals only", cells, nulls, decimals)
	}
	for _, name := range []string{"reports", "funds", "goals", "indicators", "cells", "findings", "repairs", "edits", "files", "outputs", "tallies", "unplaced", "warnings"} {
		if m.Rows[name] == 0 {
			t.Errorf("%s has no rows: what is compared there?", name)
		}
	}
}

// alike compares a cell in Parquet, SQLite and CSV.
func alike(kind dataset.Type, p, q any, text string) error {
	if p == nil || q == nil || text == "" {
		if p != nil || q != nil || text != "" {
			return fmt.Errorf("%v in Parquet, %v in SQLite, %q in CSV", p, q, text)
		}
		return nil
	}
	ok := false
	switch kind {
	case dataset.Integer:
		ok = p == q && text == strconv.FormatInt(p.(int64), 10)
	case dataset.Real:
		ok = p == q && text == strconv.FormatFloat(p.(float64), 'f', -1, 64)
	case dataset.Decimal: // in SQLite the nearest number, or the digits where that would lose some
		want, known := new(big.Rat).SetString(text)
		ok = known && want.Cmp(p.(*big.Rat)) == 0
		switch x := q.(type) {
		case int64:
			ok = ok && want.Cmp(new(big.Rat).SetInt64(x)) == 0
		case float64:
			near, _ := want.Float64()
			ok = ok && near == x
		case string:
			exact, isNumber := new(big.Rat).SetString(x)
			ok = ok && isNumber && want.Cmp(exact) == 0
		default:
			ok = false
		}
	default:
		ok = reflect.DeepEqual(p, q) && text == tableout.Harmless(p.(string))
	}
	if !ok {
		return fmt.Errorf("%v in Parquet, %v in SQLite, %q in CSV", p, q, text)
	}
	return nil
}

func readCSV(t *testing.T, folder string, table *dataset.Table) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, table.Name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range table.Columns {
		if all[0][i] != c.Name {
			t.Errorf("%s: column %d of CSV is %s", table.Name, i, all[0][i])
		}
	}
	return all[1:]
}

func readParquet(t *testing.T, folder string, table *dataset.Table) (out [][]any) {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, table.Name+".parquet"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := parquet.NewReader(f)
	for i, c := range r.Schema().Columns() {
		if c[0] != table.Columns[i].Name {
			t.Errorf("%s: column %d of Parquet is %s", table.Name, i, c)
		}
	}
	rows := make([]parquet.Row, 64)
	for {
		n, err := r.ReadRows(rows)
		for _, row := range rows[:n] {
			cells := make([]any, len(row))
			for i, v := range row {
				cells[i] = plain(table.Columns[i].Type, v)
			}
			out = append(out, cells)
		}
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func plain(kind dataset.Type, v parquet.Value) any {
	if v.IsNull() {
		return nil
	}
	switch kind {
	case dataset.Integer:
		return v.Int64()
	case dataset.Real:
		return v.Double()
	case dataset.Decimal:
		n := new(big.Int).SetBytes(v.ByteArray())
		if n.Bit(127) == 1 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 128))
		}
		return new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(dataset.Scale), nil))
	default:
		return string(v.ByteArray())
	}
}

func openSQLite(t *testing.T, folder string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(folder, dataset.FilesOf("sqlite")[0]))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func readSQLite(t *testing.T, folder string, table *dataset.Table) [][]any {
	t.Helper()
	_, out := query(t, openSQLite(t, folder), "SELECT * FROM "+table.Name)
	return out
}

func query(t *testing.T, db *sql.DB, text string) (names []string, out [][]any) {
	t.Helper()
	rows, err := db.Query(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	defer rows.Close()
	if names, err = rows.Columns(); err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		cells, at := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			at[i] = &cells[i]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatal(err)
		}
		for i, c := range cells {
			if b, ok := c.([]byte); ok {
				cells[i] = string(b)
			}
		}
		out = append(out, cells)
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return names, out
}

// No cell of CSV is one that a spreadsheet would run.
func TestNothingRuns(t *testing.T) {
	from, dir := t.TempDir(), t.TempDir()
	write(t, filepath.Join(from, "nasty.txt"), []byte(nasty))
	convert(t, from, dir, batch.Shard{})
	data(t, dir, "csv")
	escaped := 0
	for i := range dataset.Tables {
		for _, row := range readCSV(t, filepath.Join(dir, dataset.Dir), &dataset.Tables[i]) {
			for _, c := range row {
				if c != tableout.Harmless(c) {
					t.Errorf("%s holds %q", dataset.Tables[i].Name, c)
				}
				if strings.HasPrefix(c, "'=cmd") || strings.HasPrefix(c, "'+1+2") || strings.HasPrefix(c, "'@10") {
					escaped++
				}
			}
		}
	}
	if escaped < 4 {
		t.Errorf("%d cells were escaped only", escaped)
	}
}
