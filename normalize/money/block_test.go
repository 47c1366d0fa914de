package money

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
)

// drawn is a block drawn with characters: its headings, then the rows, | between cells. A
// heading is what its column holds, "labels" that of the labels, and with (over) the one
// taken for that of the labels that may be a column. A row begins with its source; one that
// is known to stand ends it with !.
func drawn(text string) *Block {
	lex := lexicon.Default()
	b := &Block{Lex: lex}
	for k, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var r Row
		for col, cell := range strings.Split(line, "|") {
			cell = strings.TrimSpace(cell)
			it := table.NewItem(lex, cell, col, 1, 1, extract.Ref{})
			id, over := strings.CutSuffix(cell, "(over)")
			slot := table.Slot{Col: col, Span: 1, ID: id}
			switch {
			case cell == "":
			case k > 0 && r.Label == nil:
				source, label, _ := strings.Cut(cell, " ")
				r.Source, r.Settled = strings.CutSuffix(source, "!")
				r.Part = r.Source != "total"
				it = table.NewItem(lex, label, col, 1, 1, extract.Ref{})
				r.Label = &it
			case k > 0:
				r.Cells = append(r.Cells, &it)
			case over:
				b.Over, b.LabelCol = &slot, col
			case cell == "labels":
				b.LabelCol = col
			default:
				b.Slots = append(b.Slots, slot)
			}
		}
		if k > 0 {
			b.Rows = append(b.Rows, r)
		}
	}
	return b
}

// placed says in which column each cell of a block is put.
func placed(b *Block) string {
	var rows []string
	for k := range b.Rows {
		row := b.Rows[k].Source + ":"
		for _, s := range b.Rows[k].At {
			row += " " + b.Slots[s].ID
		}
		if b.Rows[k].BySums {
			row += " by sums"
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "; ")
}

// TestFindLabels shows in which column rows have their labels, and under which headings
// their figures then stand.
func TestFindLabels(t *testing.T) {
	for _, tt := range []struct {
		about, block string
		told         bool
		want         string
	}{
		{"no columns of money", `
			labels
			total 合计 | 100`, false, "labels@0  false"},
		{"labels under their heading", `
			labels | budget | executed
			total 合计 | 100 | 95
			central 中央 | 100 | 95`, true, "labels@0 budget@1 executed@2 false"},
		{"under one nobody knows, of two", `
			labels | other | budget | other | executed
			 | total 合计 | 100 | 甲 | 95
			 | central 中央 | 100 | 甲 | 95`, false, "labels@1 other@1 budget@2 other@3 executed@4 true"},
		{"where a heading stands over them they are there", `
			labels | other | budget | other | executed
			 | total 合计 | 100 | 甲 | 95
			 | central 中央 | 100 | 甲 | 95`, true, "labels@0 other@1 budget@2 other@3 executed@4 false"},
		{"under money they are not", `
			labels | initial | budget | executed
			 | total 合计 | 100 | 95
			 | central 中央 | 100 | 95`, false, "labels@1 initial@2 budget@3 executed@4 false"},
		{"a heading nobody knows is that of the labels", `
			 | other | budget | executed
			 | total 合计 | 100 | 95`, false, "labels@1 budget@2 executed@3 true"},
		{"not where a row has figures for all", `
			 | other | budget | executed
			total 合计 | 100 | 95 | 60
			 | central 中央 | 100 | 95`, false, "labels@0 other@1 budget@2 executed@3 false"},
		{"labels under the name of the block", `
			 | labels | budget | executed
			total 合计 | | 100 | 95
			central 中央 | | 100 | 95`, true, "labels@0 budget@2 executed@3 false"},
		{"not where a figure stands elsewhere", `
			 | labels | budget | rate
			total 合计 | | 100 | 95%
			central 中央 | | 60% | 100`, true, "labels@1 budget@2 rate@3 false"},
		{"nor for one row", `
			 | labels | budget | executed
			total 合计 | | 100 | 95`, true, "labels@1 budget@2 executed@3 false"},
		{"nor where labels stand in several columns", `
			 | labels | budget | executed
			total 合计 | | 100 | 95
			 | central 中央 | 100 | 95`, true, "labels@1 budget@2 executed@3 false"},
		{"all headings have moved", `
			budget | executed | rate
			total 合计 | 100 | 95 | 95%
			central 中央 | 100 | 95 | 95%`, true, "labels@0 budget@1 executed@2 rate@3 true"},
		{"not those over a row that is known to stand", `
			budget | executed | rate
			total! 合计 | 100 | 95 | 95%
			central 中央 | 100 | 95 | 95%`, true, "labels@0 budget@0 executed@1 rate@2 true"},
		{"nor over labels in several columns", `
			budget | executed | rate
			total 合计 | 100 | 95 | 95%
			 | central 中央 | 100 | 95%`, true, "labels@0 budget@0 executed@1 rate@2 true"},
		{"the first heading may be a column, where sums say so", `
			initial(over) | adjustment | budget
			total 合计 | 60 | 40 | 100
			central 中央 | 60 | 40 | 100`, true, "labels@0 initial@1 adjustment@2 budget@3 false"},
		{"and not where none does", `
			initial(over) | adjustment | budget
			total 合计 | 60 | 40 | 101
			central 中央 | 60 | 40 | 101`, true, "labels@0 initial@1 adjustment@2 budget@3 false"},
		{"nor where a figure would stand under what it is not", `
			initial(over) | rate | budget
			total 合计 | 60 | 40 | 100
			central 中央 | 60 | 40% | 100`, true, "labels@0 initial@1 rate@2 budget@3 false"},
	} {
		b := drawn(tt.block)
		moved := b.FindLabels(tt.told)
		var slots []string
		for _, s := range b.Slots {
			slots = append(slots, fmt.Sprint(s.ID, "@", s.Col))
		}
		if got := fmt.Sprint("labels@", b.LabelCol, " ", strings.Join(slots, " "), " ", moved); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.about, got, tt.want)
		}
	}
}

// TestPlace shows where the cells of rows are put that have lost empty ones.
func TestPlace(t *testing.T) {
	for _, tt := range []struct{ about, block, want string }{
		{"as printed", `
			labels | initial | budget | executed | weight | rate
			total 合计 | 90 | 100 | 95 | 10 | 95%
			central 中央 | 90 | 100 | 95 | | 95%`, "total: initial budget executed weight rate; central: initial budget executed rate"},
		{"an empty cell under the marks is lost", `
			labels | initial | budget | executed | weight | rate | score
			total 年度资金总额 | 7.29 | 7.29 | 7.29 | 10 | 100% | 10
			current_year 财政拨款 | 7.29 | 7.29 | 7.29 | 100%`, "total: initial budget executed weight rate score; current_year: initial budget executed rate"},
		{"a figure stands under the marks where it is printed so", `
			labels | budget | executed | weight | carried_in
			total 合计 | 100 | 95 | 10 | 5
			central 中央 | 50 | 45 | 5`, "total: budget executed weight carried_in; central: budget executed weight"},
		{"marks stand where they are printed", `
			labels | budget | executed | weight | rate
			total 合计 | 100 | 95 | 10 | 95%
			central 中央 | 50 | 45 | 10 | 90%`, "total: budget executed weight rate; central: budget executed weight rate"},
		{"a row moves with its label", `
			 | labels | initial | budget | executed
			 | total 合计 | 100 | 100 | 95
			central 中央 | 100 | 100 | 95`, "total: initial budget executed; central: initial budget executed"},
		{"a label over several columns has not moved", `
			labels | | initial | budget | executed
			total 合计 | | 100 | 100 | 95
			central 中央 | | 60 | 60 | 55`, "total: initial budget executed; central: initial budget executed"},
		{"a row that is known to stand", `
			labels | rate | budget
			total! 合计 | 100 | 95%`, "total: rate budget"},
		{"the columns tell where one row stands", `
			labels | initial | budget | executed | rate
			total 年度资金总额 | 7.29 | 8.29 | 5 | 60.31%
			current_year 财政拨款 | 7.29 | 7.29 | 5 | 68.59%
			carried_over 上年结转资金 | 1 | 0 | 0%`, "total: initial budget executed rate; current_year: initial budget executed rate; carried_over: budget executed rate"},
		{"two rows of one source", `
			labels | initial | budget | executed | rate
			total 年度资金总额 | 7.29 | 8.29 | 5 | 60.31%
			other 财政拨款 | 7.29 | 7.29 | 5 | 68.59%
			other 上年结转资金 | 1 | 0 | 0%`, "total: initial budget executed rate; other: initial budget executed rate; other: budget executed rate"},
		{"where all sums hold nothing moves", `
			labels | initial | budget | executed
			total 合计 | 100 | 100 |
			central 中央 | 60 | 60 |
			local 地方 | 40 | 40 |`, "total: initial budget; central: initial budget; local: initial budget"},
		{"a row of one figure", `
			labels | initial | budget | executed
			total 合计 | 100 | 100 | 100
			central 中央 | 60 | 60 | 60
			local 地方 | 40 | 40 |
			other 其他 | 0 | |`, "total: initial budget executed; central: initial budget executed; local: initial budget; other: initial"},
		{"more sums of columns hold where one row is put elsewhere", `
			labels | initial | budget | executed
			total 合计 | 100 | 100 | 90
			central 中央 | 100 | 60 | 55
			local 地方 | 40 | 35`, "total: initial budget executed; central: initial budget executed; local: budget executed by sums"},
		{"two rows of one source add up too", `
			labels | initial | budget | executed
			total 合计 | 100 | 100 | 90
			other 其他 | 100 | 60 | 55
			other 其他 | 40 | 35`, "total: initial budget executed; other: initial budget executed; other: budget executed by sums"},
		{"not one that is known to stand", `
			labels | initial | budget | executed
			total 合计 | 100 | 100 | 90
			central 中央 | 100 | 60 | 55
			local! 地方 | 40 | 35`, "total: initial budget executed; central: initial budget executed; local: initial budget"},
		{"not where one of two rows may be put so", `
			labels | initial | budget | executed
			total 合计 | 100 | 135 | 90
			central 中央 | 60 | 60 | 55
			local 地方 | 40 | 35
			other 其他 | 40 | 35`, "total: initial budget executed; central: initial budget executed; local: initial budget; other: initial budget"},
		{"one more sum is enough where a row has moved", `
			 | labels | initial | budget | executed
			 | total! 合计 | | 100
			central 中央 | 60 | 60
			 | local 地方 | 40`, "total: budget; central: initial budget; local: budget by sums"},
		{"and too few where none has", `
			 | labels | initial | budget | executed
			 | total! 合计 | | 100
			 | central 中央 | 60 | 60
			 | local 地方 | 40`, "total: budget; central: initial budget; local: initial"},
		{"not where another sum fails still", `
			labels | initial | budget | executed
			total 合计 | 101 | 100 | 90
			central 中央 | 100 | 60 | 55
			local 地方 | 40 | 35`, "total: initial budget executed; central: initial budget executed; local: initial budget"},
		{"a row that stands is left", `
			labels | initial | budget | executed | rate
			total 年度资金总额 | 7.29 | 8.29 | 5 | 60.31%
			current_year 财政拨款 | 7.29 | 7.29 | 5 | 68.59%
			carried_over! 上年结转资金 | 1 | 0 | 0%`, "total: initial budget executed rate; current_year: initial budget executed rate; carried_over: initial budget executed"},
		{"one sum is too few where no row has moved", `
			labels | budget | weight | executed
			total 合计 | 100 | 10 | 90
			central 中央 | 60 | | 50
			local 地方 | 40 | 40`, "total: budget weight executed; central: budget executed; local: budget weight"},
	} {
		b := drawn(tt.block)
		b.Place()
		if got := placed(b); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.about, got, tt.want)
		}
	}
}
