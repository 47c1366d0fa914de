package checks

import (
	"ziping/extract"
	"ziping/score"
)

// fnd04 tests the balance rate of every fund row.
var fnd04 = score.Check{
	Doc: score.Doc{
		ID: "FND-04", Name: "balance-rate", Level: score.Error,
		Title: extract.Text{
			ZH: "结余率等于结余除以预算数",
			EN: "The balance rate is the balance over the budget",
		},
		What: extract.Text{
			ZH: "每一行资金：资金结余率 = 结余金额 ÷ 预算数，舍入规则同 FND-03。",
			EN: "In every fund row the balance rate equals the balance over the budget, rounded as for FND-03.",
		},
		Why: extract.Text{
			ZH: "结余率与执行率之和等于 100%，两者不合说明其中一个是抄来的。",
			EN: "Balance rate and execution rate make 100 %; if not, one was not worked out from this row.",
		},
		Right: extract.Text{
			ZH: "结余 17291.50 ÷ 预算 250958.8 = 6.8900",
			EN: "balance 17291.50 over budget 250958.8 is 6.8900",
		},
		Wrong: extract.Text{
			ZH: "结余 589.24 ÷ 预算 15186.45，填报为 10.8800",
			EN: "balance 589.24 over budget 15186.45, printed as 10.8800",
		},
		Fix: extract.Text{
			ZH: "同 FND-03。",
			EN: "As for FND-03.",
		},
		Source: extract.Text{
			ZH: "福州市部门整体绩效自评表表头：⑦=⑥/③",
			EN: "column heading of the Fuzhou form: ⑦=⑥/③",
		},
		Since: "0.1",
	},
	Run: runFND04,
}

func runFND04(p *score.Pass) { testIdentities(p, "FND-04") }
