package checks

import (
	"ziping/extract"
	"ziping/score"
)

// fnd02 tests balance = budget − executed in every fund row.
var fnd02 = score.Check{
	Doc: score.Doc{
		ID: "FND-02", Name: "fund-balance", Level: score.Error,
		Title: extract.Text{
			ZH: "结余等于预算数减执行数",
			EN: "The balance is the budget less what was executed",
		},
		What: extract.Text{
			ZH: "每一行资金：本年度结余金额 = 预算数（小计）− 执行数（拨付金额）。",
			EN: "In every fund row the balance equals the budget minus the executed amount.",
		},
		Why: extract.Text{
			ZH: "结余决定下年结转和是否收回资金，与预算、执行不符即账表不符。",
			EN: "The balance decides what is carried over or taken back; if it does not follow from budget and execution, form and books differ.",
		},
		Right: extract.Text{
			ZH: "预算 250958.8，执行 233667.3，结余 17291.50",
			EN: "budget 250958.8, executed 233667.3, balance 17291.50",
		},
		Wrong: extract.Text{
			ZH: "预算 250958.8，执行 233667.3，结余 17921.50",
			EN: "budget 250958.8, executed 233667.3, balance 17921.50",
		},
		Fix: extract.Text{
			ZH: "只有改动最少的方案唯一时才更正，并在更正后重新核对全表。",
			EN: "A repair is applied only where it is the only smallest one, and the whole form is tested again after it.",
		},
		Source: extract.Text{
			ZH: "福州市部门整体绩效自评表表头：⑥=③-④",
			EN: "column heading of the Fuzhou form: ⑥=③-④",
		},
		Since: "0.1",
	},
	Run: runFND02,
}

func runFND02(p *score.Pass) { testIdentities(p, "FND-02") }
