// Package charset turns the bytes of Chinese texts and pages into characters:
// UTF-8, UTF-16, GB18030 and Big5, told by what the bytes say rather than by
// what is claimed of them.
//
//	text, notes, err := charset.Decode(data)
package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"ziping/extract"
)

// Note is something odd that was got past, for a warning.
type Note struct {
	Code    string
	Message extract.Text
}

// Decode turns bytes into text: byte-order mark, then strict UTF-8, then UTF-16
// by its zero bytes, then GB18030 or Big5, whichever gives more of the
// characters that Chinese text is made of.
func Decode(data []byte) (string, []Note, error) {
	if b, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		data = b
	} else if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "UTF-16", data)
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		if big, ok := looksUTF16(data); ok {
			e := unicode.LittleEndian
			if big {
				e = unicode.BigEndian
			}
			return decodeWith(unicode.UTF16(e, unicode.IgnoreBOM), "UTF-16", data)
		}
		return "", nil, binaryError(data, i)
	}
	if utf8.Valid(data) {
		return string(data), nil, checkPrintable(data)
	}
	// A copy cut off in the middle of a character, or a few bytes gone bad.
	if cut := trimPartial(data); cut < len(data) && utf8.Valid(data[:cut]) {
		return string(data[:cut]), []Note{{extract.WarnTruncated, extract.Text{
			ZH: "文件在一个字符中间断开，末尾可能缺内容",
			EN: "the file ends in the middle of a character; its end may be missing",
		}}}, nil
	}
	if bad, multi := utf8Damage(data); multi > 20*bad {
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), []Note{{"undecodable", extract.Text{
			ZH: fmt.Sprintf("有 %d 处字节无法按 UTF-8 解码，以 \uFFFD 代替", bad),
			EN: fmt.Sprintf("%d byte runs are no UTF-8 and stand as \uFFFD", bad),
		}}}, nil
	}
	return decodeChinese(data)
}

func decodeWith(e encoding.Encoding, name string, data []byte) (string, []Note, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, encodingError(name, err)
	}
	if i := bytes.IndexByte(out, 0); i >= 0 {
		return "", nil, binaryError(out, i)
	}
	s := string(out)
	if n := strings.Count(s, "\uFFFD"); n*20 > utf8.RuneCountInString(s) {
		return "", nil, binaryError(data, 0)
	}
	return s, nil, nil
}

func decodeChinese(data []byte) (string, []Note, error) {
	best, bestScore, bestBad := "", -1, 0
	for _, e := range []encoding.Encoding{simplifiedchinese.GB18030, traditionalchinese.Big5} {
		out, err := e.NewDecoder().Bytes(data)
		if err != nil {
			continue
		}
		s := string(out)
		bad := strings.Count(s, "\uFFFD")
		score := common(s) - 20*bad
		if score > bestScore {
			best, bestScore, bestBad = s, score, bad
		}
	}
	if bestScore <= 0 && gb2312(data) { // the few characters of a short text may none of them be frequent
		out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
		return string(out), nil, err
	}
	if bestScore <= 0 {
		return "", nil, binaryError(data, 0)
	}
	var notes []Note
	if bestBad > 0 {
		notes = append(notes, Note{"undecodable", extract.Text{
			ZH: fmt.Sprintf("有 %d 处字节无法解码，以 \uFFFD 代替", bestBad),
			EN: fmt.Sprintf("%d byte runs cannot be decoded and stand as \uFFFD", bestBad),
		}})
	}
	return best, notes, nil
}

// frequent are characters that make up a good third of any Chinese form,
// simplified and traditional.
const frequent = "的一是在不有人年中大为上个国和地到以要时出会可下过生日工作部门整体绩效自评表项目资金预算执行率情况标指完成值分得总数量质效益满意度财政小计其他合级实际措施单位名称原因析改进" +
	"績評項資預執標達質益滿財計實際單稱時個國為會過體門數總額縣區農業"

func common(s string) int {
	n, sample := 0, 0
	for _, r := range s {
		if r < 0x80 {
			continue
		}
		if strings.ContainsRune(frequent, r) {
			n++
		}
		if sample++; sample == 4000 {
			break
		}
	}
	return n
}

// chinese reports a text whose characters beyond ASCII are all Chinese ones and
// their punctuation, with no control characters among them: bytes that are no
// text do not decode to that.
func chinese(s string) bool {
	for _, r := range s {
		switch {
		case r >= 0x4e00 && r <= 0x9fff, r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xffef, r >= 0x2010 && r <= 0x22ff:
		case r < 0x20 && r != '\t' && r != '\n' && r != '\r' && r != '\f', r >= 0x7f:
			return false
		}
	}
	return true
}

// gb2312 reports bytes that are pairs of GB2312's common characters and signs,
// and ASCII: what no text of another encoding is by chance.
func gb2312(data []byte) bool {
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case c < 0x80:
			if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
				return false
			}
		case (c >= 0xb0 && c <= 0xd7 || c >= 0xa1 && c <= 0xa3) && i+1 < len(data) && data[i+1] >= 0xa1:
			i++
		default:
			return false
		}
	}
	return true
}

// looksUTF16 tells UTF-16 without a mark: tabs and line ends have their zero
// byte on one side only.
func looksUTF16(data []byte) (bigEndian, ok bool) {
	if len(data) < 4 {
		return false, false
	}
	var even, odd int
	head := data[:min(len(data), 4096)]
	for i, c := range head {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	switch {
	case even > 10*odd && even*50 > len(head):
		return true, true
	case odd > 10*even && odd*50 > len(head):
		return false, true
	}
	return false, false
}

// trimPartial is the length of data without a multi-byte character cut at the end.
func trimPartial(data []byte) int {
	for i := 1; i <= 3 && i <= len(data); i++ {
		if c := data[len(data)-i]; c >= 0xC0 {
			return len(data) - i
		} else if c < 0x80 {
			break
		}
	}
	return len(data)
}

// utf8Damage counts undecodable bytes and well-formed multi-byte characters.
func utf8Damage(data []byte) (bad, multi int) {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else if n > 1 {
			multi++
		}
		data = data[n:]
	}
	return bad, multi
}

// checkPrintable refuses text that is mostly control characters.
func checkPrintable(data []byte) error {
	ctl := 0
	head := data[:min(len(data), 1<<16)]
	for _, c := range head {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			ctl++
		}
	}
	if ctl*10 > len(head) {
		return binaryError(data, 0)
	}
	return nil
}

func binaryError(data []byte, at int) error {
	line := 1 + bytes.Count(data[:at], []byte("\n"))
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Place:  extract.Text{ZH: fmt.Sprintf("第 %d 行", line), EN: fmt.Sprintf("line %d", line)},
		Reason: extract.Text{ZH: "不是文本：含有二进制数据", EN: "not a text: it holds binary data"},
		Hint:   extract.Text{ZH: "请确认文件没有损坏，并从原程序另存为文本、XLSX 或 PDF", EN: "check that the file is sound and save it again as text, XLSX or PDF"},
	}
}

func encodingError(name string, err error) error {
	return &extract.Error{
		Kind:   extract.ErrEncoding,
		Reason: extract.Text{ZH: "无法按 " + name + " 解码", EN: "cannot be decoded as " + name},
		Hint:   extract.Text{ZH: "请另存为 UTF-8 文本", EN: "save it as UTF-8 text"},
		Err:    err,
	}
}
