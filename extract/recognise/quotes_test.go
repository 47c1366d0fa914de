package recognise

import (
	"strings"
	"testing"
)

func TestQuotesArePaired(t *testing.T) {
	for text, want := range map[string]string{
		`预算“三公"经费`:        "预算“三公”经费",
		`"三公”经费`:          "“三公”经费",
		`“一"、“二"和"三”`:     "“一”、“二”和“三”",
		`“一网/通办"事项`:       "“一网/通办”事项", // over two lines
		`8" 和 10" 管`:      `8" 和 10" 管`,
		`“一”、8"、“二”`:      `“一”、8"、“二”`,
		`"straight" only`: `"straight" only`,
		`“never closed`:   `“never closed`,
	} {
		var lines []line
		for _, l := range strings.Split(text, "/") {
			var chars []string
			for _, r := range l {
				chars = append(chars, string(r))
			}
			lines = append(lines, line{reading: spell(chars...)})
		}
		paired(lines)
		var got []string
		for _, l := range lines {
			got = append(got, l.reading.Text())
		}
		if s := strings.Join(got, "/"); s != want {
			t.Errorf("%q becomes %q, want %q", text, s, want)
		}
	}
}
