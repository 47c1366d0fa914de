package bodytext

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/grid/page"
	"ziping/extract/grid/sheet"
)

// drawn is a page of lines a character and a half apart, each character half as wide: one
// blank is within a text, two part texts.
func drawn(lines []string) (list []sheet.Phrase, levels [][]int) {
	s := &sheet.Sheet{}
	for row, line := range lines {
		var level []int
		at := 0
		y := 1.5 * float64(row)
		for _, text := range strings.Split(line, "  ") {
			lead := len(text) - len(strings.TrimLeft(text, " "))
			text = strings.TrimLeft(text, " ")
			at += lead
			if n := len([]rune(text)); n > 0 {
				p := sheet.Phrase{Sheet: s, Size: 1, Box: extract.Box{float64(at) / 2, y, float64(at+n) / 2, y + 1}}
				for _, r := range text {
					if r != ' ' {
						p.Glyphs = append(p.Glyphs, len(s.Glyphs))
						s.Glyphs = append(s.Glyphs, page.Glyph{Text: string(r), Size: 1})
					}
				}
				level = append(level, len(list))
				list = append(list, p)
				at += n
			}
			at += 2
		}
		if len(level) > 0 {
			levels = append(levels, level)
		}
	}
	return list, levels
}

// TestTell: which lines of a page are body text: a in columns, w words, b both.
func TestTell(t *testing.T) {
	const (
		words   = "the money that was put"
		chinese = "本项目按照年初确定的各项工作任务有序推进各项"
		gap     = "      "
		long    = "the money  was put to the use  that had been told"
		long2   = "of it all but  a part was spent before the  year"
		long3   = "had ended, and  what was  left went back to them"
	)
	times := func(n int, line string) []string { return strings.Split(strings.Repeat(line+"\n", n)+line, "\n")[:n] }
	join := func(parts ...[]string) (out []string) {
		for _, p := range parts {
			out = append(out, p...)
		}
		return out
	}
	two := func(a, b string) string { return a + gap + b }
	short := words[:9] + strings.Repeat(" ", len(words)-9)
	for _, tt := range []struct {
		about string
		lines []string
		want  string
	}{
		{"columns of words", times(8, two(words, words)), "bbbbbbbb"},
		{"too few lines to end a table", times(7, two(words, words)), "aaaaaaa"},
		{"Chinese columns", times(8, two(chinese, chinese)), "aaaaaaaa"},
		{"words beside Chinese", times(8, two(words, chinese)), "aaaaaaaa"},
		{"a level of Chinese among words", join(times(4, two(words, words)), times(1, two(chinese, chinese)), times(4, two(words, words))), "aaaaaaaaa"},
		{"words, then Chinese", join(times(8, two(words, words)), times(4, two(chinese, chinese))), "bbbbbbbbaaaa"},
		{"Chinese, then words", join(times(4, two(chinese, chinese)), times(8, two(words, words))), "aaaabbbbbbbb"},
		{"a short line of Chinese above one of them", join(times(1, "表"), times(8, two(words, words))), "abbbbbbbb"},
		{"paragraphs of words", join(times(2, two(words, words)), []string{""}, times(2, two(words, words))), "aaaa"},
		{"paragraphs of words farther apart", join(times(2, two(words, words)), []string{"", ""}, times(2, two(words, words))), "...."},
		{"Chinese paragraphs", join(times(2, two(chinese, chinese)), []string{""}, times(2, two(chinese, chinese))), "...."},
		{"a column a character wider", times(4, two(words, words+"xx")), "aaaa"},
		{"two characters wider", times(4, two(words, words+"xxxx")), "...."},
		{"a character narrower", times(4, two(words+"xx", words)), "aaaa"},
		{"three columns, two alike", times(4, two(words, two(words, words+"xxxxxx"))), "...."},
		{"short lines, two of six", join(times(2, two(words, words)), times(1, two(short, short)), times(2, two(words, words)), times(1, two(short, short))), "aaaaaa"},
		{"short lines, three of six", join(times(2, two(words, words)), times(1, two(short, short)), times(1, two(words, words)), times(2, two(short, short))), "......"},
		{"a figure beside them", join(times(2, two(words, words)), times(1, two(two(words, words), "12")), times(2, two(words, words))), "aa.aa"},
		{"lines that begin elsewhere", join(times(2, two(words, words)), times(2, "      "+two(words, words))), "...."},
		{"indented by two characters", join(times(1, "    "+two(words[4:], "    "+words[4:])), times(4, two(words, words))), "aaaaa"},
		{"a paragraph", []string{long, long2, long3}, "www"},
		{"of two lines", []string{long, long2}, ".."},
		{"below a line of Chinese", []string{"表一", long, long2, long3}, ".www"},
		{"above a line of Chinese", []string{long, long2, long3, "表一"}, "www."},
		{"with Chinese in it", []string{long, long2, strings.Replace(long3, "what was", "本项目按照", 1)}, "..."},
		{"parted by a wide gap", []string{long, strings.Replace(long2, "  ", "    ", 1), long3}, "..."},
		{"a line apart", []string{long, long2, "", long3}, "...."[1:]},
		{"figures for words", []string{long, "12  34  56  78  90  12  34  56  78  90  12  345", long3}, "..."},
		{"two paragraphs", []string{long, long2, long3, "", "", long, long2, long3}, "wwwwww"},
		{"the first line indented", []string{"     " + long[5:], long2, long3}, "www"},
		{"the third line off", []string{long, long2, "     " + long3}, "..."},
	} {
		list, levels := drawn(tt.lines)
		told := Tell(list, levels, 1)
		got := make([]byte, len(levels))
		for k := range levels {
			got[k] = ".awb"[map[bool]int{true: 1}[told.Article[k]]+map[bool]int{true: 2}[told.Words[k]]]
		}
		if string(got) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.about, got, tt.want)
		}
	}
}
