package checks

import (
	"strconv"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// frm01 lists the rows that were put back into their columns.
var frm01 = score.Check{
	Doc: score.Doc{
		ID: "FRM-01", Name: "row-shifted", Level: score.Notice,
		Title: extract.Text{ZH: "单元格与表头列对应", EN: "Cells stand in their columns"},
		What: extract.Text{
			ZH: "每一行的单元格都与表头的列对应。左右错位的行按词汇、值的种类和算术关系归位，整张表列为一条，逐行写明依据。",
			EN: "The cells of every row stand under their headings. Rows shifted sideways are put back by vocabulary, kinds of values and arithmetic together; they are told in one finding, each row with its evidence.",
		},
		Why:    extract.Text{ZH: "从网页或合并单元格复制出来的表常常错列，读错列的数看上去仍像样。", EN: "Tables copied from pages or merged cells are often shifted, and a figure in the wrong column still looks right."},
		Right:  extract.Text{ZH: "三级指标 | ≥90% | 97.43 | 6 | 6", EN: "name | ≥90 % | 97.43 | 6 | 6 under their headings"},
		Wrong:  extract.Text{ZH: "整行向左错了三列", EN: "the whole row three columns to the left"},
		Fix:    extract.Text{ZH: "读取时已归位；输出的表按归位后的位置画。", EN: "Already done when reading; output shows the row in place."},
		Source: extract.Text{ZH: "福州 2023 年自评表（表头和九行错位）", EN: "the 2023 Fuzhou form (the heading and nine rows shifted)"},
		Since:  "0.1",
	},
	Run: rowShifted,
}

// mostMoves is how many rows a finding gives the evidence of; all stand in moves.
const mostMoves = 12

// rowShifted tells of all shifted rows at once: they were shifted by one copy.
func rowShifted(p *score.Pass) {
	inPlace(p)
	moves := p.Report.Moves
	if len(moves) == 0 {
		return
	}
	at := moves[0].At
	f := score.Finding{Field: moves[0].Field, At: &at, Verdict: score.Undetermined}
	if len(moves) == 1 {
		f.Message = p.Say("本行错位，已归位："+moves[0].Evidence, "this row was shifted and put back: "+moves[0].EvidenceEN)
		p.Found(f)
		return
	}
	n := strconv.Itoa(len(moves))
	zh, en := n+" 行错位，已归位：", n+" rows were shifted and put back: "
	for i := range moves {
		m := &moves[i]
		f.Operands = append(f.Operands, m.Field)
		if i == mostMoves {
			zh, en = zh+"……", en+" …"
		}
		if i >= mostMoves {
			continue
		}
		if i > 0 {
			zh, en = zh+"；", en+"; "
		}
		zh += p.Report.Label(m.Field, extract.ZH) + "：" + m.Evidence
		en += p.Report.Label(m.Field, extract.EN) + ": " + m.EvidenceEN
	}
	f.Message = p.Say(zh, en)
	p.FoundIn(len(moves), f)
}

// inPlace counts the rows of money and indicators that stand where they should.
func inPlace(p *score.Pass) {
	moved := map[normalize.Path]bool{}
	for _, m := range p.Report.Moves {
		moved[m.Field] = true
	}
	count := func(row normalize.Path) {
		if !moved[row] {
			p.Agree()
		}
	}
	if p.Report.Funds != nil {
		for _, r := range p.Report.Funds.Rows {
			count(normalize.FundPath(r.Source, ""))
		}
	}
	for i := range p.Report.Indicators {
		count(normalize.IndicatorPath(i, ""))
	}
}
