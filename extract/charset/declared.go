package charset

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"

	"ziping/extract"
)

// DecodeDeclared is [Decode] for bytes that come with a label such as gb2312.
// A byte-order mark beats the label, and so does what the bytes plainly are:
// pages saved again by another program often keep a label that is wrong.
func DecodeDeclared(data []byte, label string) (string, []Note, error) {
	label = strings.ToLower(strings.TrimSpace(label))
	if label == "" || hasMark(data) {
		return Decode(data)
	}
	e, err := htmlindex.Get(label)
	if err != nil {
		return Decode(data)
	}
	name, _ := htmlindex.Name(e)
	if name == "gbk" {
		e = simplifiedchinese.GB18030 // the label is older than the characters in use
	}
	if strings.HasPrefix(name, "utf-16") { // a label that ASCII bytes spell out is not true of them
		return Decode(data)
	}
	valid := utf8.Valid(data)
	if name == "utf-8" && valid {
		return Decode(data)
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return Decode(data)
	}
	said := string(out)
	switch name {
	case "gbk", "gb18030":
		said = gb18030.mended(data, said)
	case "big5":
		said = big5.mended(data, said)
	}
	score := common(said) - 20*strings.Count(said, "\uFFFD")
	clean := !strings.Contains(said, "\uFFFD")
	if valid && common(string(data)) <= score || !valid && (score > 0 || clean && chinese(said)) {
		if n := strings.Count(said, "\uFFFD"); n > 0 {
			return decideDamaged(data, said, score)
		}
		return said, nil, nil
	}
	text, notes, err := Decode(data)
	if err != nil {
		return "", nil, err
	}
	if text == said {
		return text, notes, nil
	}
	return text, append(notes, wrongLabel(label)), nil
}

// decideDamaged takes what the label says unless the bytes read better without it.
func decideDamaged(data []byte, said string, score int) (string, []Note, error) {
	if text, notes, err := Decode(data); err == nil && common(text)-20*strings.Count(text, "\uFFFD") >= score {
		return text, notes, nil
	}
	return said, []Note{damaged(said)}, nil
}

// DecodeXML is [DecodeDeclared] with the encoding that the text's own first
// line, <?xml … encoding="…"?>, names.
func DecodeXML(data []byte) (string, []Note, error) { return DecodeDeclared(data, XMLEncoding(data)) }

// XMLEncoding is the encoding named by <?xml … encoding="…"?>, or "".
func XMLEncoding(data []byte) string {
	head := string(data[:min(len(data), 200)])
	if !strings.HasPrefix(head, "<?xml") {
		return ""
	}
	head, _, _ = strings.Cut(head, "?>")
	_, v, ok := strings.Cut(head, "encoding=")
	if !ok || v == "" {
		return ""
	}
	v, _, _ = strings.Cut(v[1:], v[:1])
	return v
}

func wrongLabel(label string) Note {
	return Note{"charset-label", extract.Text{
		ZH: "标明的编码 " + label + " 与内容不符，已按内容解码",
		EN: "the declared encoding " + label + " does not fit the content, which was decoded for what it is",
	}}
}

func hasMark(data []byte) bool {
	s := string(data[:min(3, len(data))])
	return strings.HasPrefix(s, "\xef\xbb\xbf") || strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff")
}
