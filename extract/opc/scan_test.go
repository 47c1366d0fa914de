package opc

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// scan writes the tokens of an XML text: <name a=v>, text, </name>.
func scan(r io.Reader) (string, error) {
	s := newScanner(r)
	var b strings.Builder
	text := ""
	flush := func() {
		if text != "" {
			fmt.Fprintf(&b, "%q", text)
			text = ""
		}
	}
	for s.Next() {
		switch s.Kind {
		case Start:
			flush()
			b.WriteString("<" + s.Name())
			eachAttr(s.attr, func(name, value []byte) bool {
				if !strings.HasPrefix(string(name), "xmlns") {
					out, _ := unescape(nil, value)
					fmt.Fprintf(&b, " %s=%q", name, out)
				}
				return true
			})
			b.WriteString(">")
		case End:
			flush()
			b.WriteString("</" + s.Name() + ">")
		case Text:
			text += s.Text()
		}
	}
	flush()
	return b.String(), s.Err()
}

func TestScanner(t *testing.T) {
	long := strings.Repeat("长文字&amp;", 20_000)
	for name, c := range map[string]struct{ in, want string }{
		"tags":       {`<?xml version="1.0"?><a x="1" y='>"'><b/>t<!-- <c> --></a>`, `<a x="1" y=">\""><b></b>"t"</a>`},
		"entities":   {"<a b='&lt;&#20013;&#x4e2d;'>&gt;&amp;&quot;&apos;\r\nx\ry</a>", `<a b="<中中">">&\"'\nx\ny"</a>`},
		"cdata":      {"<a><![CDATA[<&]]>x<![CDATA[]]></a>", `<a>"<&x"</a>`},
		"prefixes":   {`<w:a xmlns:w="u"><w:b w:c="1"/></w:a>`, `<a><b w:c="1"></b></a>`},
		"a mark":     {"\ufeff \n<a/>\n", `<a></a>`},
		"long texts": {"<a>" + long + "</a>", `<a>` + fmt.Sprintf("%q", strings.ReplaceAll(long, "&amp;", "&")) + `</a>`},
		"long tags":  {"<a b='" + strings.Repeat("x", 200_000) + "'/>", `<a b="` + strings.Repeat("x", 200_000) + `"></a>`},
		"bad UTF-8":  {"<a>\xff</a>", `<a>"` + "\ufffd" + `"</a>`},
	} {
		for how, r := range map[string]io.Reader{"at once": strings.NewReader(c.in), "by bytes": iotest.OneByteReader(strings.NewReader(c.in))} {
			got, err := scan(r)
			if err != nil || got != c.want {
				t.Errorf("%s, %s: got %.300s, %v, want %.300s", name, how, got, err, c.want)
			}
		}
	}
}

func TestScannerErrors(t *testing.T) {
	for in, want := range map[string]error{
		"<a>":                                 nil,
		"<a":                                  io.ErrUnexpectedEOF,
		"<a><b></a>":                          errSyntax,
		"</a>":                                errSyntax,
		"<a>&b;</a>":                          errSyntax,
		"<a>& </a>":                           errSyntax,
		"<a>&#0;</a>":                         errSyntax,
		"text<a/>":                            errSyntax,
		"<>":                                  errSyntax,
		"<a><!-- ":                            io.ErrUnexpectedEOF,
		"<a><![CDATA[ ":                       io.ErrUnexpectedEOF,
		"<!DOCTYPE a><a/>":                    errDoctype,
		"<a><!ENTITY b 'c'></a>":              errDoctype,
		strings.Repeat("<a>", 500):            errDepth,
		"<a b='" + strings.Repeat("x", 5<<20): errSyntax,
	} {
		if want == nil {
			want = io.ErrUnexpectedEOF
		}
		if _, err := scan(strings.NewReader(in)); !errors.Is(err, want) {
			t.Errorf("%.40q: got %v, want %v", in, err, want)
		}
	}
}

func TestSpaces(t *testing.T) {
	const w, s = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
	sc := newScanner(strings.NewReader(`<a xmlns="` + w + `" xmlns:q="` + s + `"><q:b xmlns:q="` + w + `"><q:c/></q:b><q:d/><z:e/></a>`))
	var got []Space
	for sc.Next() {
		if sc.Kind == Start {
			got = append(got, sc.Space)
		}
	}
	if want := []Space{Word, Word, Word, Sheet, Foreign}; !slices.Equal(got, want) || sc.Err() != nil {
		t.Errorf("got %v, %v, want %v", got, sc.Err(), want)
	}
}

func TestSkip(t *testing.T) {
	s := newScanner(strings.NewReader(`<a><b><a><b/></a></b><c/></a>`))
	var names []string
	for s.Next() {
		if s.Kind == Start {
			names = append(names, s.Name())
			if s.Name() == "b" {
				s.Skip()
			}
		}
	}
	if got := strings.Join(names, " "); got != "a b c" || s.Err() != nil {
		t.Errorf("got %q, %v", got, s.Err())
	}
}

// FuzzScanner: what the scanner accepts, encoding/xml reads as the same tags
// and texts.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{`<a x="1"><b/>t</a>`, "<a>&#20013;<![CDATA[<&]]></a>", `<w:a xmlns:w="u"><w:b/></w:a>`, "<a><!-- x --><?y z?></a>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, err := scan(strings.NewReader(in))
		if err != nil {
			return
		}
		var b strings.Builder
		text := ""
		flush := func() {
			if text != "" {
				fmt.Fprintf(&b, "%q", text)
				text = ""
			}
		}
		d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(in, "\ufeff")))
		for {
			tok, err := d.RawToken()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return // stricter in names and characters, which do no harm
			}
			switch x := tok.(type) {
			case xml.StartElement:
				flush()
				b.WriteString("<" + x.Name.Local + ">")
			case xml.EndElement:
				flush()
				b.WriteString("</" + x.Name.Local + ">")
			case xml.CharData:
				if b.Len() > 0 {
					text += string(x)
				}
			}
		}
		if strings.TrimSpace(text) != "" {
			flush()
		}
		if want := b.String(); bare(got) != bare(want) {
			t.Errorf("%q: got %s, encoding/xml %s", in, got, want)
		}
	})
}

// bare drops the attributes of tags.
func bare(s string) string {
	var b strings.Builder
	quote, in := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote && c == '\\':
			if !in {
				b.WriteByte(c)
				b.WriteByte(s[i+1])
			}
			i++
			continue
		case c == '"':
			quote = !quote
		case !quote && c == ' ':
			in = true
		case !quote && c == '>':
			in = false
		}
		if !in {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func BenchmarkScanner(b *testing.B) {
	row := `<row r="12" spans="1:9"><c r="A12" s="5" t="s"><v>17</v></c><c r="B12" s="5"><v>1234.5</v></c></row>`
	data := "<sheetData>" + strings.Repeat(row, 1000) + "</sheetData>"
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		s := newScanner(strings.NewReader(data))
		for s.Next() {
		}
		if s.Err() != nil {
			b.Fatal(s.Err())
		}
	}
}

func BenchmarkEncodingXML(b *testing.B) {
	row := `<row r="12" spans="1:9"><c r="A12" s="5" t="s"><v>17</v></c><c r="B12" s="5"><v>1234.5</v></c></row>`
	data := "<sheetData>" + strings.Repeat(row, 1000) + "</sheetData>"
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		d := xml.NewDecoder(strings.NewReader(data))
		for {
			if _, err := d.Token(); err != nil {
				break
			}
		}
	}
}
