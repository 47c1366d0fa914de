package checks

import (
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
	"ziping/score/checks/cite"
)

// frm02 lists what no field claims.
var frm02 = score.Check{
	Doc: score.Doc{
		ID: "FRM-02", Name: "unplaced", Level: score.Notice,
		Title: extract.Text{ZH: "每个非空单元格都属于一个字段", EN: "Every non-empty cell belongs to a field"},
		What: extract.Text{
			ZH: "表中每个非空单元格都读作某个字段；没有归处的列出，表内的一条，表外的一条；逐格的位置见 unplaced。",
			EN: "Every non-empty cell was read as some field; those without a place are listed, in one finding for the table and one for the text outside it; each with its place stands in unplaced.",
		},
		Why:    extract.Text{ZH: "不列出来的单元格等于悄悄丢掉。", EN: "A cell that is not listed is silently lost."},
		Right:  extract.Text{ZH: "单位名称、指标、金额、备注都有归处", EN: "names, indicators, amounts and notes all placed"},
		Wrong:  extract.Text{ZH: "表边多出一个“2”，不知属于哪里", EN: "a stray “2” at the edge of the table"},
		Fix:    extract.Text{ZH: "不更正：原样保留。", EN: "None: it stays as printed."},
		Source: extract.Text{ZH: "本项目的读取原则", EN: "this project's reading rule"},
		Since:  "0.1",
	},
	Run: unplaced,
}

func unplaced(p *score.Pass) {
	var cells, lines []int
	for i, u := range p.Report.Unplaced {
		if u.At.IsLine() {
			lines = append(lines, i)
		} else {
			cells = append(cells, i)
		}
	}
	if len(cells)+len(lines) == 0 {
		p.Agree()
		return
	}
	tellUnplaced(p, lines, "%s 处表外文字不知属于哪个字段：", "%s texts outside the table belong to no known field: ")
	tellUnplaced(p, cells, "%s 个单元格不知属于哪个字段：", "%s cells belong to no known field: ")
}

// mostQuoted is how many texts a finding quotes, mostOperands how many it points at: a
// table of another kind may have thousands of cells.
const (
	mostQuoted   = 5
	mostOperands = 100
)

// tellUnplaced tells of texts of one kind that no field claims.
func tellUnplaced(p *score.Pass, which []int, zh, en string) {
	if len(which) == 0 {
		return
	}
	all := p.Report.Unplaced
	at := all[which[0]].At
	shown := cite.Clip(all[which[0]].Text)
	f := score.Finding{Field: normalize.UnplacedPath(which[0]), At: &at, Stated: shown, Verdict: score.Undetermined}
	if len(which) == 1 {
		f.Message = p.Say("“"+shown+"”不知属于哪个字段", "“"+shown+"” belongs to no known field")
		p.Found(f)
		return
	}
	var quotes []string
	for i, k := range which {
		if i < mostQuoted {
			quotes = append(quotes, "“"+cite.Clip(all[k].Text)+"”")
		}
		if i < mostOperands {
			f.Operands = append(f.Operands, normalize.UnplacedPath(k))
		}
	}
	n, more := fmt.Sprint(len(which)), extract.Text{}
	if len(which) > mostQuoted {
		more = extract.Text{ZH: "……", EN: ", …"}
	}
	f.Message = p.Say(
		fmt.Sprintf(zh, n)+strings.Join(quotes, "、")+more.ZH,
		fmt.Sprintf(en, n)+strings.Join(quotes, ", ")+more.EN)
	p.FoundIn(len(which), f)
}
