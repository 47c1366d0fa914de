package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

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
		{strings.Repeat(gbk, 9) + "\xff\xff", "gbk", strings.Repeat(text, 9) + "\ufffd\ufffd", "undecodable"},
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
