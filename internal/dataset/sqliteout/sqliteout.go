// Package sqliteout writes a dataset as one SQLite file.
//
//	sink, err := sqliteout.Open(folder, dataset.Tables)
//
// SQLite has no decimals: a column of type DECIMAL holds the nearest binary number, or
// the digits themselves where 15 of them are not enough. The exact figure stands beside
// it as text.
package sqliteout

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"ziping/internal/dataset"
)

// perCommit is how many rows one transaction writes.
const perCommit = 100_000

type sink struct {
	path   string
	tables []dataset.Table
	db     *sql.DB
	tx     *sql.Tx
	insert []*sql.Stmt
	in     []*sql.Stmt // of the transaction
	rows   int
	args   []any
}

// Open begins the file. It grows without a journal of its own, since nobody uses it
// before it is whole.
func Open(folder string, tables []dataset.Table) (dataset.Sink, error) {
	s := &sink{path: filepath.Join(folder, dataset.FilesOf("sqlite")[0]), tables: tables}
	var err error
	if s.db, err = sql.Open("sqlite", s.path); err != nil {
		return nil, err
	}
	s.db.SetMaxOpenConns(1)
	for _, do := range []string{
		"PRAGMA page_size = 8192", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE",
		"PRAGMA cache_size = -16000", "PRAGMA user_version = 1",
	} {
		if _, err := s.db.Exec(do); err != nil {
			return nil, errors.Join(err, s.db.Close())
		}
	}
	for i := range tables {
		if _, err := s.db.Exec(create(&tables[i])); err != nil {
			return nil, errors.Join(fmt.Errorf("table %s: %w", tables[i].Name, err), s.db.Close())
		}
		st, err := s.db.Prepare("INSERT INTO " + tables[i].Name + " VALUES (?" + strings.Repeat(",?", len(tables[i].Columns)-1) + ")")
		if err != nil {
			return nil, errors.Join(err, s.db.Close())
		}
		s.insert = append(s.insert, st)
	}
	s.in = make([]*sql.Stmt, len(tables))
	return s, nil
}

var types = map[dataset.Type]string{
	dataset.Text: "TEXT", dataset.Integer: "INTEGER", dataset.Real: "REAL",
	dataset.Decimal: fmt.Sprintf("DECIMAL(%d,%d)", dataset.Precision, dataset.Scale),
}

func create(t *dataset.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s (\n", t.Name)
	var key []string
	for i, c := range t.Columns {
		fmt.Fprintf(&b, "  %s %s,\n", c.Name, types[c.Type])
		if i < t.Key {
			key = append(key, c.Name)
		}
	}
	fmt.Fprintf(&b, "  PRIMARY KEY (%s)\n) WITHOUT ROWID", strings.Join(key, ", "))
	return b.String()
}

// Row inserts a row.
func (s *sink) Row(table int, values []dataset.Value) error {
	if s.tx == nil {
		tx, err := s.db.Begin()
		if err != nil {
			return err
		}
		s.tx = tx
		clear(s.in)
	}
	if s.in[table] == nil {
		s.in[table] = s.tx.Stmt(s.insert[table])
	}
	s.args = s.args[:0]
	for i, v := range values {
		var arg any
		if v.Set {
			switch s.tables[table].Columns[i].Type {
			case dataset.Integer:
				arg = v.Int
			case dataset.Real:
				arg = v.Real
			default:
				arg = v.Text
			}
		}
		s.args = append(s.args, arg)
	}
	if _, err := s.in[table].Exec(s.args...); err != nil {
		return err
	}
	if s.rows++; s.rows%perCommit == 0 {
		return s.commit()
	}
	return nil
}

func (s *sink) commit() error {
	if s.tx == nil {
		return nil
	}
	tx := s.tx
	s.tx = nil
	return tx.Commit()
}

// Close commits what is left, and has the system write it down.
func (s *sink) Close() error {
	err := s.commit()
	for _, st := range s.insert {
		err = errors.Join(err, st.Close())
	}
	if err = errors.Join(err, s.db.Close()); err != nil {
		return err
	}
	f, err := os.OpenFile(s.path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
