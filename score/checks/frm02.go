package checks

import (
	"fmt"

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
			ZH: "表上每个非空单元格都读成了某个字段；没有归处的逐格列出(一百格以上合并)。",
			EN: "Every non-empty cell was read as some field; those without a place are listed one by one (beyond a hundred, together).",
		},
		Why:    extract.Text{ZH: "不列出来的单元格等于悄悄丢掉。", EN: "A cell that is not listed is silently lost."},
		Right:  extract.Text{ZH: "单位名称、指标、金额、备注都有归处", EN: "names, indicators, amounts and notes all placed"},
		Wrong:  extract.Text{ZH: "表边多出一个“2”，不知属于哪里", EN: "a stray “2” at the edge of the table"},
		Fix:    extract.Text{ZH: "不更正：原样保留。", EN: "None: it stays as printed."},
		Source: extract.Text{ZH: "本项目的读数原则", EN: "this project's reading rule"},
		Since:  "0.1",
	},
	Run: unplaced,
}

// maxUnplaced bounds the list: a table of another kind may have thousands of cells.
const maxUnplaced = 100

func unplaced(p *score.Pass) {
	all := p.Report.Unplaced
	for i := range all {
		if i == maxUnplaced {
			n := fmt.Sprint(len(all) - i)
			at := all[i].At
			p.Found(score.Finding{At: &at, Verdict: score.Undetermined, Message: p.Say("另有 "+n+" 格没有归处", n+" more cells have no place")})
			return
		}
		at := all[i].At
		shown := cite.Clip(all[i].Text)
		p.Found(score.Finding{
			Field: normalize.UnplacedPath(i), At: &at, Stated: shown, Verdict: score.Undetermined,
			Message: p.Say("“"+shown+"”不知属于哪个字段", "“"+shown+"” belongs to no known field"),
		})
	}
	if len(all) == 0 {
		p.Agree()
	}
}
