package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// cmdForeign takes the marks of ziping off its workbooks and PDFs: forms that others
// printed, to the byte.
func cmdForeign(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: foreign FILE...")
	}
	for _, arg := range args {
		file := ts.MkAbs(arg)
		data, err := os.ReadFile(file)
		ts.Check(err)
		if bytes.HasPrefix(data, []byte("PK")) {
			data, err = foreignPackage(data)
			ts.Check(err)
		} else {
			data = bytes.Replace(data, []byte("<pdf:Producer>ziping "), []byte("<pdf:Producer>others "), 1)
		}
		ts.Check(os.WriteFile(file, data, 0o666))
	}
}

func foreignPackage(data []byte) ([]byte, error) {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		w, err := zw.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if f.Name == "docProps/core.xml" {
			part = bytes.ReplaceAll(part, []byte("<dc:creator>ziping"), []byte("<dc:creator>others"))
		}
		if _, err := w.Write(part); err != nil {
			return nil, err
		}
	}
	err = zw.Close()
	return b.Bytes(), err
}
