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
		if e, ok := looksUTF16(data); ok {
			return decodeWith(e, "UTF-16", data)
		}
		if bytes.Count(data, []byte{0})*20 > len(data) {
			return "", nil, binaryError(data, i)
		}
		data = bytes.ReplaceAll(data, []byte{0}, []byte{0xff}) // gone bad, in any encoding
	}
	if utf8.Valid(data) {
		return string(data), nil, checkPrintable(data)
	}
	// A copy cut off in the middle of a character, or a few bytes gone bad.
	if cut := trimPartial(data); cut < len(data) && utf8.Valid(data[:cut]) {
		text := string(data[:cut]) + lost // it may have been 万 behind a number
		return text, []Note{cutOff(text)}, nil
	}
	if bad, multi, chinese := utf8Damage(data); multi > 20*bad || chinese >= goodPerBad*bad {
		text := string(bytes.ToValidUTF8(data, []byte(lost)))
		return text, []Note{damaged(text)}, nil
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

// lost stands for bytes that cannot be decoded.
const lost = "\uFFFD"

// goodPerBad is how many characters as Chinese text has them speak for one that
// cannot be decoded.
const goodPerBad = 4

func decodeChinese(data []byte) (string, []Note, error) {
	var text string
	best, bestMargin := 0, 0
	for _, e := range []twoByte{gb18030, big5} {
		out, err := e.NewDecoder().Bytes(data)
		if err != nil {
			continue
		}
		said := e.mended(data, string(out))
		good, odd := e.count(data)
		bad := strings.Count(said, lost)
		score, margin := max(0, common(said)-20*bad), 0
		if good >= goodPerBad*bad { // the few characters of a short text may none of them be frequent
			margin = good - odd
		}
		if score > best || score == best && margin > bestMargin {
			text, best, bestMargin = said, score, margin
		}
	}
	if text == "" {
		return "", nil, binaryError(data, firstOdd(data))
	}
	var notes []Note
	switch bad := strings.Count(text, lost); {
	case bad == 1 && strings.HasSuffix(text, lost) && data[len(data)-1] != 0xff: // which begins nothing
		notes = append(notes, cutOff(text))
	case bad > 0:
		notes = append(notes, damaged(text))
	}
	return text, notes, nil
}

// cutOff notes a text that ends in the middle of a character.
func cutOff(text string) Note {
	line := lineOfLost(text)
	return Note{extract.WarnTruncated, extract.Text{
		ZH: fmt.Sprintf("文件在第 %d 行的一个字符中间断开，末尾可能缺内容", line),
		EN: fmt.Sprintf("the file ends in the middle of a character on line %d; its end may be missing", line),
	}}
}

// damaged notes bytes within a text that cannot be decoded.
func damaged(text string) Note {
	n, line := strings.Count(text, lost), lineOfLost(text)
	return Note{"undecodable", extract.Text{
		ZH: fmt.Sprintf("有 %d 处字节无法解码，以 %s 代替，第一处在第 %d 行", n, lost, line),
		EN: fmt.Sprintf("%d byte runs cannot be decoded and stand as %s, the first on line %d", n, lost, line),
	}}
}

// lineOfLost is the line of the first character that could not be decoded.
func lineOfLost(text string) int {
	before, _, _ := strings.Cut(text, lost)
	if n := strings.Count(before, "\n"); n > 0 {
		return n + 1
	}
	return strings.Count(before, "\r") + 1
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

// twoByte is an encoding of two bytes to a character, with the bytes that begin
// and end the common ones: what no text of another encoding is by chance.
type twoByte struct {
	encoding.Encoding
	first, second func(c byte) bool
}

var (
	gb18030 = twoByte{simplifiedchinese.GB18030,
		func(c byte) bool { return c >= 0xb0 && c <= 0xd7 || c >= 0xa1 && c <= 0xa3 },
		func(c byte) bool { return c >= 0xa1 && c <= 0xfe },
	}
	big5 = twoByte{traditionalchinese.Big5,
		func(c byte) bool { return c >= 0xa1 && c <= 0xc6 },
		func(c byte) bool { return c >= 0xa1 && c <= 0xfe || c >= 0x40 && c <= 0x7e },
	}
)

// count counts the pairs of a text and the bytes that are neither of one nor ASCII.
func (p twoByte) count(data []byte) (good, bad int) {
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c < 0x80:
			if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
				bad++
			}
		case p.first(c) && i+1 < len(data) && p.second(data[i+1]):
			good++
			i++
		default:
			bad++
		}
	}
	return good, bad
}

// firstOdd is where the first byte stands that no text of ours has.
func firstOdd(data []byte) int {
	for i := 0; i < len(data); i++ {
		if data[i] < 0x80 {
			continue
		}
		if i+1 == len(data) || !gb18030.first(data[i]) || !gb18030.second(data[i+1]) {
			return i
		}
		i++
	}
	return 0
}

// looksUTF16 tells UTF-16 without a mark: tabs and line ends have their zero
// byte on one side only, and what the bytes make is text.
func looksUTF16(data []byte) (encoding.Encoding, bool) {
	if len(data) < 4 {
		return nil, false
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
	order := unicode.LittleEndian
	switch {
	case even > 10*odd && even*50 > len(head):
		order = unicode.BigEndian
	case odd > 10*even && odd*50 > len(head):
	default:
		return nil, false
	}
	e := unicode.UTF16(order, unicode.IgnoreBOM)
	text, err := e.NewDecoder().Bytes(head[:len(head)&^1])
	if err != nil {
		return nil, false
	}
	usual, n := 0, 0
	for _, r := range string(text) {
		if n++; r < 0x80 || chinese(string(r)) {
			usual++
		}
	}
	return e, usual*10 >= n*9
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

// utf8Damage counts runs of undecodable bytes, well-formed multi-byte
// characters, and those among them that are Chinese.
func utf8Damage(data []byte) (bad, multi, chinese int) {
	inBad := false
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		wrong := r == utf8.RuneError && n == 1
		switch {
		case wrong && !inBad:
			bad++
		case n > 1:
			multi++
			if r >= 0x3000 && r <= 0x9fff || r >= 0xff00 && r <= 0xffef {
				chinese++
			}
		}
		inBad = wrong
		data = data[n:]
	}
	return bad, multi, chinese
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
