package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"ziping/extract"
)

func TestDecodeDeclared(t *testing.T) {
	const text = "绩效自评表:项目资金的预算执行率"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String("績效自評表:項目資金的預算執行率")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ data, label, want, note string }{
		{text, "", text, ""},
		{text, "UTF-8", text, ""},
		{text, "gb2312", text, "charset-label"},
		{text, "no-such-label", text, ""},
		{"\xef\xbb\xbf" + text, "gbk", text, ""},
		{gbk, "gb2312", text, ""},
		{gbk, " GBK ", text, ""},
		{gbk, "utf-8", text, "charset-label"},
		{gbk, "", text, ""},
		{gbk, "utf-16", text, ""},
		{strings.Repeat(gbk, 9) + "\xff\xff", "gbk", strings.Repeat(text, 9) + "\ufffd", "undecodable"},
		{big5, "big5", "績效自評表:項目資金的預算執行率", ""},
		{"plain", "gbk", "plain", ""},
		{"\xbf\xe7\xc1\xd0\t1.5", "gb2312", "跨列\t1.5", ""}, // too short to hold a frequent character
		{"\xbf\xe7\xc1\xd0\t1.5", "", "跨列\t1.5", ""},
	} {
		got, notes, err := DecodeDeclared([]byte(c.data), c.label)
		if err != nil || got != c.want {
			t.Errorf("%.20q as %q: got %q, %v, want %q", c.data, c.label, got, err, c.want)
		}
		if note := code(notes); note != c.note {
			t.Errorf("%.20q as %q: got note %q want %q", c.data, c.label, note, c.note)
		}
	}
}

// TestBadBytes: a short text with a byte gone bad is read, the place is marked
// and its line named.
func TestBadBytes(t *testing.T) {
	const text, traditional = "项目,得分\n道路维护工程,98\n备注,完", "項目,得分\n道路維護工程,98\n備註,完"
	as := func(e encoding.Encoding, s string) string {
		out, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	gbk, big5 := as(simplifiedchinese.GBK, text), as(traditionalchinese.Big5, traditional)
	row := func(s string) int { return strings.Index(s, ",98") }
	for name, c := range map[string]struct{ data, want, code, line string }{
		"GBK cut":                   {gbk[:len(gbk)-1], strings.TrimSuffix(text, "完") + lost, extract.WarnTruncated, "第 3 行"},
		"Big5 cut":                  {big5[:len(big5)-1], strings.TrimSuffix(traditional, "完") + lost, extract.WarnTruncated, "第 3 行"},
		"UTF-8 cut":                 {text[:len(text)-1], strings.TrimSuffix(text, "完") + lost, extract.WarnTruncated, "第 3 行"},
		"a byte more":               {gbk[:row(gbk)] + "\xff" + gbk[row(gbk):], strings.Replace(text, ",98", lost+",98", 1), "undecodable", "第 2 行"},
		"a byte more, Big5":         {big5[:row(big5)] + "\xff" + big5[row(big5):], strings.Replace(traditional, ",98", lost+",98", 1), "undecodable", "第 2 行"},
		"a byte more, UTF-8":        {text[:row(text)] + "\xff" + text[row(text):], strings.Replace(text, ",98", lost+",98", 1), "undecodable", "第 2 行"},
		"two bytes more":            {"\xff" + gbk[:row(gbk)] + "\xff" + gbk[row(gbk):], lost + strings.Replace(text, ",98", lost+",98", 1), "undecodable", "第 1 行"},
		"a first half gone bad":     {strings.Replace(gbk, as(simplifiedchinese.GBK, "路"), "\xff\xb7", 1), strings.Replace(text, "路", lost, 1), "undecodable", "第 2 行"},
		"a second half gone bad":    {strings.Replace(gbk, as(simplifiedchinese.GBK, "路"), "\xc2\xff", 1), strings.Replace(text, "路", lost, 1), "undecodable", "第 2 行"},
		"a first half missing":      {strings.Replace(gbk, as(simplifiedchinese.GBK, "项"), "\xee", 1), strings.Replace(text, "项", lost, 1), "undecodable", "第 1 行"},
		"a byte within a character": {strings.Replace(gbk, as(simplifiedchinese.GBK, "路"), "\xc2\xff\xb7", 1), strings.Replace(text, "路", lost, 1), "undecodable", "第 2 行"},
		"a zero byte":               {gbk[:row(gbk)] + "\x00" + gbk[row(gbk):], strings.Replace(text, ",98", lost+",98", 1), "undecodable", "第 2 行"},
		"a zero byte, UTF-8":        {text[:row(text)] + "\x00" + text[row(text):], strings.Replace(text, ",98", lost+",98", 1), "undecodable", "第 2 行"},
		"a rare letter beside":      {gbk[:row(gbk)] + as(simplifiedchinese.GB18030, "㐂镕") + "\xff" + gbk[row(gbk):], strings.Replace(text, ",98", "㐂镕"+lost+",98", 1), "undecodable", "第 2 行"},
		"four bytes beside":         {gbk[:row(gbk)] + as(simplifiedchinese.GB18030, "𠀀") + "\xff" + gbk[row(gbk):], strings.Replace(text, ",98", "𠀀"+lost+",98", 1), "undecodable", "第 2 行"},
		"the commoner reading":      {strings.Replace(gbk, as(simplifiedchinese.GBK, "项目,得分"), "\xce"+as(simplifiedchinese.GBK, "项目,得分"), 1), lost + text, "undecodable", "第 1 行"},
		"lines of a Mac":            {strings.ReplaceAll(gbk[:len(gbk)-1], "\n", "\r"), strings.ReplaceAll(strings.TrimSuffix(text, "完"), "\n", "\r") + lost, extract.WarnTruncated, "第 3 行"},
	} {
		got, notes, err := Decode([]byte(c.data))
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, c.want)
			continue
		}
		if code(notes) != c.code || !strings.Contains(notes[0].Message.ZH, c.line) {
			t.Errorf("%s: got %+v, want %s on %s", name, notes, c.code, c.line)
		}
	}
	for label, data := range map[string]string{"gbk": gbk, "gb18030": gbk, "big5": big5} {
		data = data[:7] + "\xff" + data[8:] // within 得, or 分
		if _, notes, err := DecodeDeclared([]byte(data), label); err != nil || len(notes) != 1 || notes[0].Code != "undecodable" {
			t.Errorf("labelled %s: got %+v, %v, want one note", label, notes, err)
		}
	}
	_, _, err := Decode([]byte("a\nb\xb6\xff\xfe\xff\n"))
	var e *extract.Error
	if !errors.As(err, &e) || e.Place.EN != "line 2" {
		t.Errorf("bytes of no encoding: got %v, want line 2 named", err)
	}
	_, _, err = Decode([]byte("\xc5\xe0\n\n\xff\xfe\xff\xfe"))
	if !errors.As(err, &e) || e.Place.EN != "line 3" {
		t.Errorf("bytes of no encoding behind two that are one: got %v, want line 3 named", err)
	}
}

// TestUTF16: with its mark or by its zero bytes, where they make text.
func TestUTF16(t *testing.T) {
	const text = "项目\t1,234.50\r\n预算（万元）\t≥95%\n"
	for name, e := range map[string]encoding.Encoding{
		"little, marked": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "big, marked": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"little": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "big": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		data, err := e.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, notes, err := Decode(data); err != nil || got != text || len(notes) > 0 {
			t.Errorf("%s: got %q, %v, %v", name, got, notes, err)
		}
	}
	for _, data := range []string{"\x00\x01\x02\x03\x00\x05\x00\x07", strings.Repeat("\xb6\xac\x00\xe9", 20), "a\x00\x00\x00"} {
		if text, _, err := Decode([]byte(data)); err == nil {
			t.Errorf("%q: got %q, want an error", data, text)
		}
	}
}

// The common characters of an encoding are told by their bytes, all of them.
func TestCommonPairs(t *testing.T) {
	for name, c := range map[string]struct {
		by   twoByte
		text string
	}{"GB18030": {gb18030, "啊座，　０｛年县人数"}, "Big5": {big5, "一乙，　０｛年縣人數"}} {
		data, err := c.by.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if good, odd := c.by.count(append(data, "a\t\n\r\f"...)); good != 10 || odd != 0 {
			t.Errorf("%s: got %d good, %d odd, want all good", name, good, odd)
		}
		if good, odd := c.by.count([]byte{0xb0, 0x20, 0xff, 0xb0, 0xff, 1, 0xb0}); good != 0 || odd != 6 {
			t.Errorf("%s: got %d good, %d odd of what is none", name, good, odd)
		}
	}
}

// TestLatin: text of a western encoding is not taken for Chinese.
func TestLatin(t *testing.T) {
	if text, _, err := Decode([]byte("na\xefve r\xe9sum\xe9")); err == nil {
		t.Errorf("got %q, want an error", text)
	}
}

func code(notes []Note) string {
	if len(notes) == 0 {
		return ""
	}
	return notes[0].Code
}

// FuzzDecode: any bytes under any label are characters or an error of ours.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("绩效\t自评"), "gbk")
	f.Add([]byte("\xff\xfe\x01\x00"), "")
	f.Add([]byte("\xb0\xa1\x81\x30\x81\x30"), "big5")
	f.Fuzz(func(t *testing.T, data []byte, label string) {
		text, _, err := DecodeDeclared(data, label)
		if err != nil {
			var e *extract.Error
			if !errors.As(err, &e) {
				t.Fatalf("got %T: %v", err, err)
			}
			return
		}
		if !utf8.ValidString(text) {
			t.Fatalf("%q under %q: got %q, which is no UTF-8", data, label, text)
		}
	})
}
