package formats_test

import (
	"errors"
	"testing"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/internal/bound"
	"ziping/internal/sketch"
)

// FuzzRead: any bytes under any name are a Document that keeps its laws, or an error of
// ours that says what to do.
func FuzzRead(f *testing.F) {
	for _, s := range []struct{ data, name string }{
		{"PK\x03\x04\x14\x00\x08\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x0f\x00\x00\x00xl/workbook.xml", "a.xlsx"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + string(make([]byte, 600)), "a.xls"}, {"\x09\x08\x08\x00\x00\x05\x05\x00", "a.xls"}, {"{\"a\": [1, {\"b\": \"表\"}]}", "a.json"},
		{"MIME-Version: 1.0\n\n<table><tr><td>a</table>", "a.doc"}, {"<?xml version='1.0'?><pkg:package/>", "a.xml"}, {"\xff\xfea\x00\t\x00b\x00", "a"}, {"a,b\n1,2\n3,4\n", "a.csv"},
	} {
		f.Add([]byte(s.data), s.name)
	}
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		bound.Growth(t, bound.PerByte(20_000), data, func(data []byte) {
			doc, err := formats.Read(data, name, extract.Options{Limits: extract.DefaultLimits()})
			sketch.Holds(t, doc, err)
			var e *extract.Error
			if errors.As(err, &e) && (e.Reason.ZH == "" || e.Hint.ZH == "" || e.Kind == extract.ErrInternal) {
				t.Errorf("got %+v, want a reason and a remedy", e)
			}
		})
	})
}
