// Package formats lists the readers and picks one by what a file holds, never
// by its name alone.
//
//	doc, err := formats.Read(data, "自评表.txt", extract.Options{Limits: extract.DefaultLimits()})
package formats

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"ziping/extract"
	"ziping/extract/docxin"
	"ziping/extract/htmlin"
	"ziping/extract/tabin"
	"ziping/extract/xlsxin"
)

// reader reads one kind of input.
type reader func(data []byte, o extract.Options) (*extract.Document, error)

// readers is the list of all kinds that can be read.
var readers = map[Kind]reader{
	Text: tabin.Read,
	XLSX: xlsxin.Read,
	PDF:  apart,
	HTML: htmlin.Read,
	DOCX: docxin.Read,

	Image: apart,

	SheetXML: xlsxin.ReadXML,
	WordXML:  docxin.Read2003,
	FlatDOCX: docxin.ReadFlat,
}

// apart hands what hostile input could hold up for good, or what takes much memory,
// to whoever reads it in a process of its own.
func apart(data []byte, o extract.Options) (*extract.Document, error) {
	kind := Sniff(data)
	if o.Apart == nil || kind == Image && o.Recognition == extract.RecogniseOff {
		return nil, noReader(kind)
	}
	return o.Apart(data, o)
}

// Read reads one input and fills in its Source. name is only kept (its base)
// and used to tell a damaged file of a kind we read from something else.
// Errors are *extract.Error; kind ErrUnknown means that there is no reader and
// the input is to be skipped.
func Read(data []byte, name string, o extract.Options) (*extract.Document, error) {
	kind := Sniff(data)
	if kind == Unknown || kind == Archive {
		promise, err := promised(data, extension(name))
		if err != nil {
			return nil, err
		}
		if promise != Unknown {
			kind = promise
		}
	}
	read, ok := readers[kind]
	if !ok {
		return nil, noReader(kind)
	}
	if o.WebPage == nil {
		o.WebPage = htmlin.Read
	}
	doc, err := read(data, o)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	doc.Source.Name = Base(name)
	doc.Source.SHA256 = hex.EncodeToString(sum[:])
	return doc, nil
}

// promised is the kind that the name of an input promises which by its content
// might be anything. What breaks off too soon to be told is left to the reader
// of that kind, and what is no text, though its name says so, to that of text:
// they say what is amiss. Content that is not what the name says is damaged.
func promised(data []byte, ext string) (Kind, error) {
	k, ok := namedKind[ext]
	switch {
	case textName(ext):
		return Text, nil
	case !ok:
		return Unknown, nil
	case k == OLE && bytes.HasPrefix(data, []byte(oleMark)), (k == XLSX || k == DOCX) && brokenOff(data):
		return k, nil
	}
	return Unknown, damagedError(ext)
}

// Promised reports whether a name promises a kind that is read, or known and
// refused, whatever the content is.
func Promised(name string) bool {
	ext := extension(name)
	_, known := namedKind[ext]
	return known || textName(ext)
}

func textName(ext string) bool { return ext == ".txt" || ext == ".tsv" || ext == ".csv" }

// Base is the last element of a path, whichever system wrote it.
func Base(name string) string { return path.Base(strings.ReplaceAll(name, `\`, "/")) }

func extension(name string) string { return strings.ToLower(path.Ext(Base(name))) }
