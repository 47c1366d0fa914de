// Package opc opens the packages that office files are (Open Packaging
// Conventions: a zip of XML parts with relations between them) and scans their
// parts within limits. It refuses document type declarations, so there are no
// entities to expand.
//
//	p, err := opc.Open(data, "DOCX", limits)
//	main := p.Main()
//	err = p.Scan(main, func(s *opc.Scanner) error { … })
package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"ziping/extract"
)

// maxParts is far above the parts of any real file.
const maxParts = 20_000

// Package is an open package.
type Package struct {
	kind  string // DOCX or XLSX, for messages
	parts map[string]part
	left  int64 // bytes that may still be unpacked
	limit int64
	twice map[string]bool // parts that are there again, with other content
}

// part is one part: packed, or as it is.
type part struct {
	packed *zip.File
	plain  []byte
}

// Open reads the directory of a package. Nothing is unpacked yet.
func Open(data []byte, kind string, l extract.Limits) (*Package, error) {
	if int64(len(data)) > l.Bytes {
		return nil, extract.LimitError(int(l.Bytes>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &extract.Error{
			Kind:   extract.ErrTruncated,
			Reason: extract.Text{ZH: kind + " 文件不完整，找不到压缩包目录", EN: "the " + kind + " file is incomplete: its directory is missing"},
			Hint:   extract.Text{ZH: "请重新下载或复制该文件", EN: "download or copy the file again"},
			Err:    err,
		}
	}
	if len(z.File) > maxParts {
		return nil, extract.LimitError(maxParts, extract.Text{ZH: "个部件", EN: "parts"})
	}
	p := &Package{kind: kind, parts: make(map[string]part, len(z.File)), twice: map[string]bool{}, left: l.Unpacked, limit: l.Unpacked}
	for _, f := range z.File {
		name := key(f.Name)
		if before, twice := p.parts[name]; !twice {
			p.parts[name] = part{packed: f}
		} else if f.CRC32 != before.packed.CRC32 {
			p.twice[name] = true
		}
	}
	return p, nil
}

// Need fails where a part that another one refers to is not there: what it holds
// (the texts of cells, the forms of numbers, notes) is lost, and nothing may be
// read as if it had never been.
func (p *Package) Need(part string) error {
	if p.Has(part) {
		return nil
	}
	e := p.Damaged(part, nil)
	e.Reason = extract.Text{ZH: p.kind + " 文件已损坏，缺少这一部分", EN: "the " + p.kind + " file is damaged: this part is missing"}
	return e
}

// ambiguous is the error for a part that is there twice: which of the two another
// program shows, nobody knows.
func (p *Package) ambiguous(part string) error {
	e := p.Damaged(part, nil)
	e.Reason = extract.Text{ZH: p.kind + " 文件已损坏，有两个不同的同名部件", EN: "the " + p.kind + " file is damaged: it holds two different parts of this name"}
	return e
}

// key folds the ways a part's name is written: by programs for which folders
// are parted by backslashes, from the root or not, with characters as %xx.
func key(name string) string {
	name = unquote(strings.ReplaceAll(name, `\`, "/"))
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

// unquote reads %E8%A1%A8; a sign that begins no such code stands for itself.
func unquote(name string) string {
	if !strings.Contains(name, "%") {
		return name
	}
	out := make([]byte, 0, len(name))
	for i := 0; i < len(name); i++ {
		if name[i] == '%' && i+2 < len(name) {
			if c, err := strconv.ParseUint(name[i+1:i+3], 16, 8); err == nil {
				out, i = append(out, byte(c)), i+2
				continue
			}
		}
		out = append(out, name[i])
	}
	return string(out)
}

// Has reports a part.
func (p *Package) Has(part string) bool {
	_, ok := p.parts[key(part)]
	return ok
}

// Scan opens a part and hands it to do. A part that is missing is nothing.
func (p *Package) Scan(part string, do func(*Scanner) error) error {
	r, err := p.open(part)
	if err != nil || r == nil {
		return err
	}
	defer func() { _ = r.Close() }()
	s := newScanner(decoded(&counted{r: r, p: p}))
	if err := do(s); err != nil {
		return p.explain(part, err)
	}
	return nil
}

// Bytes is what a part holds, as far as it is wanted; nil where there is none.
func (p *Package) Bytes(part string, atMost int64) ([]byte, error) {
	r, err := p.open(part)
	if err != nil || r == nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	data, err := io.ReadAll(io.LimitReader(&counted{r: r, p: p}, atMost))
	if err != nil {
		return nil, p.explain(part, err)
	}
	return data, nil
}

// open begins to read a part; both results are nil where there is none.
func (p *Package) open(part string) (io.ReadCloser, error) {
	f, ok := p.parts[key(part)]
	if !ok {
		return nil, nil
	}
	if p.twice[key(part)] {
		return nil, p.ambiguous(part)
	}
	if f.packed == nil {
		return io.NopCloser(bytes.NewReader(f.plain)), nil
	}
	if f.packed.Flags&1 != 0 {
		return nil, &extract.Error{
			Kind:   extract.ErrEncrypted,
			Reason: extract.Text{ZH: "文件设有密码", EN: "the file is protected by a password"},
			Hint:   extract.Text{ZH: "请用密码打开后另存为不加密的文件", EN: "open it with its password and save it without one"},
		}
	}
	r, err := f.packed.Open()
	if err != nil {
		return nil, p.Damaged(part, err)
	}
	return r, nil
}

// explain turns a scanner's error into one for users.
func (p *Package) explain(part string, err error) error {
	var known *extract.Error
	switch {
	case errors.As(err, &known):
		if known.Kind == extract.ErrLimit && known.Place == (extract.Text{}) {
			known.Place = extract.Text{ZH: part, EN: part}
		}
		return err
	case errors.Is(err, errUnpacked):
		return extract.LimitError(int(p.limit>>20), extract.Text{ZH: "MB（解压后）", EN: "MB unpacked"})
	case errors.Is(err, errDepth):
		return extract.LimitError(maxDepth, extract.Text{ZH: "层嵌套的标签", EN: "nested tags"})
	case errors.Is(err, errDoctype):
		return &extract.Error{
			Kind:   extract.ErrDamaged,
			Place:  extract.Text{ZH: part, EN: part},
			Reason: extract.Text{ZH: "含有办公文件不允许的 DOCTYPE 声明，可能是恶意文件", EN: "it holds a DOCTYPE declaration, which office files may not; it may be hostile"},
			Hint:   extract.Text{ZH: "请用 WPS 或 Office 打开后另存一份", EN: "open it in WPS or Office and save it again"},
			Err:    err,
		}
	}
	return p.Damaged(part, err)
}

// Damaged is the error for a part that cannot be read.
func (p *Package) Damaged(part string, err error) *extract.Error {
	e := &extract.Error{
		Kind:   extract.ErrDamaged,
		Place:  extract.Text{ZH: part, EN: part},
		Reason: extract.Text{ZH: p.kind + " 文件已损坏，无法读取", EN: "the " + p.kind + " file is damaged and cannot be read"},
		Hint:   extract.Text{ZH: "请用 WPS 或 Office 打开后另存一份", EN: "open it in WPS or Office and save it again"},
		Err:    err,
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		e.Kind = extract.ErrTruncated
		e.Reason = extract.Text{ZH: p.kind + " 文件在中间断开", EN: "the " + p.kind + " file ends in the middle"}
	}
	return e
}

var errUnpacked = errors.New("unpacks to more than the limit")

// counted counts what is unpacked against the package's limit.
type counted struct {
	r io.Reader
	p *Package
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	if c.p.left -= int64(n); c.p.left < 0 {
		return 0, errUnpacked
	}
	return n, err
}

// decoded gives UTF-8 whatever of the two encodings XML knows the part is in.
func decoded(r io.Reader) io.Reader {
	var head [2]byte
	n, err := io.ReadFull(r, head[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return &failed{err}
	}
	all := io.MultiReader(bytes.NewReader(head[:n]), r)
	if s := string(head[:n]); s == "\xff\xfe" || s == "\xfe\xff" {
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(all)
	}
	return all
}

type failed struct{ err error }

func (f *failed) Read([]byte) (int, error) { return 0, f.err }

// Relation is one relation of a part to another.
type Relation struct {
	ID     string
	Type   string // the last element of its address, such as "numbering"
	Target string // the name of the part
}

// Relations lists the relations of a part, "" for those of the package.
// Targets outside the package are left out.
func (p *Package) Relations(part string) ([]Relation, error) {
	dir, base := path.Split(part)
	var out []Relation
	err := p.Scan(dir+"_rels/"+base+".rels", func(s *Scanner) error {
		for s.Next() {
			if s.Kind != Start || s.Name() != "Relationship" || strings.EqualFold(s.Attr("TargetMode"), "External") {
				continue
			}
			target := strings.ReplaceAll(s.Attr("Target"), `\`, "/")
			if strings.HasPrefix(target, "/") {
				target = target[1:]
			} else {
				target = path.Join(dir, target)
			}
			out = append(out, Relation{ID: s.Attr("Id"), Type: path.Base(s.Attr("Type")), Target: target})
		}
		return s.Err()
	})
	return out, err
}

// Main is the name of the main part: as the package's relations say, else its
// list of content types, else as is usual.
func (p *Package) Main() string {
	rels, _ := p.Relations("") // a package without them still has the others
	for _, r := range rels {
		if r.Type == "officeDocument" && p.Has(r.Target) {
			return r.Target
		}
	}
	if name := p.mainByType(); p.Has(name) {
		return name
	}
	for _, name := range []string{"word/document.xml", "xl/workbook.xml", "xl/workbook.bin"} {
		if p.Has(name) {
			return name
		}
	}
	return ""
}

// TypesPart lists what each part is; every package has it.
const TypesPart = "[Content_Types].xml"

// mainByType is the part that the list of content types calls a main one.
func (p *Package) mainByType() (name string) {
	_ = p.Scan(TypesPart, func(s *Scanner) error { // where it is damaged there are other ways
		for name == "" && s.Next() {
			if s.Kind == Start && s.Name() == "Override" && strings.HasSuffix(s.Attr("ContentType"), ".main+xml") {
				name = s.Attr("PartName")
			}
		}
		return nil
	})
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// Root is the namespace and name of a part's root element; Foreign and "" for
// a part that is no XML, or that is missing.
func (p *Package) Root(part string) (space Space, name string) {
	_ = p.Scan(part, func(s *Scanner) error {
		if s.Next() {
			space, name = s.Space, s.Name()
		}
		return nil
	})
	return space, name
}
