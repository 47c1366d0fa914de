package tabin

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ziping/extract"
)

// Every cell and line of a text is where its position says, in each dialect.
func TestPositions(t *testing.T) {
	texts := map[string]string{
		"csv":             "项目,预算,执行\n甲,1.5,2\n乙,1.5,1.5\n",
		"pipes":           "| 甲 | 1 | 1 |\n|---|---|---|\n| 乙 | 2 | 1 |\n",
		"closed by |":     "总额 |\n238.93 |\n|\n238.93 |\n|\n|\n10 |\n合计 |\n9 |\n8 |\n7 |\n",
		"apart by blanks": "标题\n合计 880 880 10\n\n其中 880 880 10\n",
	}
	paths, _ := filepath.Glob("../../samples/*.txt")
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(p)] = string(data)
	}
	for name, text := range texts {
		pos := extract.Positions{}
		d, err := Read([]byte(text), extract.Options{Limits: extract.DefaultLimits(), Positions: pos})
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(text, "\n")
		check := func(ref extract.Ref, want string) {
			p, ok := pos[ref.Key()]
			if !ok || p.Line < 1 || p.Line > len(lines) || p.Column < 1 {
				t.Errorf("%s: %q has position %+v", name, want, p)
				return
			}
			if got := string([]rune(lines[p.Line-1])[p.Column-1 : p.End-1]); got != want {
				t.Errorf("%s: position %+v holds %q, want %q", name, p, got, want)
			}
		}
		n := 0
		for i := range d.Tables {
			for k := range d.Tables[i].Cells {
				c := &d.Tables[i].Cells[k]
				check(extract.CellRef(i, c), c.Text)
				n++
			}
		}
		for i := range d.Lines {
			check(extract.LineRef(i, &d.Lines[i]), d.Lines[i].Text)
			n++
		}
		if len(pos) != n {
			t.Errorf("%s: %d positions, want %d", name, len(pos), n)
		}
	}
}
