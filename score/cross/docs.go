package cross

import (
	"ziping/extract"
	"ziping/score"
)

var (
	noFix    = extract.Text{ZH: "不更正：供人工核对。", EN: "None: for a person to look at."}
	ownRule  = extract.Text{ZH: "本项目的规则，供人工核对", EN: "this project's rule"}
	carryFwd = extract.Text{ZH: "年终结余应结转下年或收回（预算管理的一般规则）", EN: "what is left at a year's end is carried over or taken back (rules of budgets)"}
)

// docs are the checks across forms, in catalogue order.
var docs = []score.Doc{
	{
		ID: "CRS-01", Name: "balance-carried", Level: score.Notice, Since: "0.1", Fix: noFix, Source: carryFwd,
		Title: extract.Text{ZH: "上年结余与下年的上年结转一致", EN: "What was left is what was carried over"},
		What: extract.Text{
			ZH: "同一单位（项目表还要同一项目、同一实施单位）相接两年的表：上一年合计行的结余金额等于下一年的上年结转，按所印位数允许舍入。表上没有结余的，结转不多于全年预算减执行数。两数的单位都要写明，读数要可靠。",
			EN: "Of one organisation (and for projects, one project and unit) in two years that follow: the balance of the total is what the next form carries in, but for rounding. Where no balance is printed, no more is carried in than was not executed. Both units have to be printed and both figures read without doubt.",
		},
		Why:   extract.Text{ZH: "结转多于结余，钱从哪里来说不清；少于结余，要看是否已收回。", EN: "More carried in than was left came from nowhere; less may have been taken back, or lost sight of."},
		Right: extract.Text{ZH: "2021 年结余 120.00 万元，2022 年上年结转 120.00 万元", EN: "120.00 left in 2021, 120.00 carried into 2022"},
		Wrong: extract.Text{ZH: "2021 年结余 120.00 万元，2022 年上年结转 210.00 万元", EN: "120.00 left in 2021, 210.00 carried into 2022"},
	},
	{
		ID: "CRS-02", Name: "target-lowered", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "下年的指标值不低于上年的指标值和完成值", EN: "A target is not lowered below what was reached"},
		What: extract.Text{
			ZH: "同一单位、同一项目相接两年的表中名称和计量单位相同的指标：下年的指标值不同时低于上年的指标值和完成值；“不超过”的指标方向相反。",
			EN: "Of one organisation and project in two years that follow, for an indicator of one name and unit: the new target is not below both the old target and what was reached; for upper bounds the other way round.",
		},
		Why:   extract.Text{ZH: "已经做到的事再定更低的目标，完成率再高也说明不了问题。", EN: "A target below what was done already is reached without doing anything."},
		Right: extract.Text{ZH: "2021 年指标值 ≥100 次，完成 112 次；2022 年指标值 ≥110 次", EN: "2021: ≥100, reached 112; 2022: ≥110"},
		Wrong: extract.Text{ZH: "2021 年指标值 ≥100 次，完成 112 次；2022 年指标值 ≥80 次", EN: "2021: ≥100, reached 112; 2022: ≥80"},
	},
	{
		ID: "CRS-03", Name: "budget-jump", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "全年预算与上年相比没有成倍变化", EN: "A budget is not a multiple of last year's"},
		What: extract.Text{
			ZH: "同一单位、同一项目相接两年的全年预算数，折算成元后，部门整体的表相差不到 3 倍，项目的表相差不到 10 倍。",
			EN: "The budgets of one organisation and project in two years that follow, in yuan, are less than 3 times apart for departments as a whole, 10 times for projects.",
		},
		Why:   extract.Text{ZH: "多半是单位写错（元、万元）或小数点错位。", EN: "Mostly a wrong unit of money, or a decimal point gone astray."},
		Right: extract.Text{ZH: "2021 年 1200.00 万元，2022 年 1350.00 万元", EN: "1200.00 in 2021, 1350.00 in 2022"},
		Wrong: extract.Text{ZH: "2021 年 1200.00 万元，2022 年 13500.00 万元", EN: "1200.00 in 2021, 13500.00 in 2022"},
	},
	{
		ID: "CRS-04", Name: "above-department", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "项目或下属单位的金额合计不超过部门整体", EN: "Projects or units do not exceed the department"},
		What: extract.Text{
			ZH: "同一年度：填报某部门为主管部门（没有主管部门栏的，为填报单位）的各项目，全年预算（或执行数）合计不超过该部门整体的表上的数；下属单位的整体表同样。转移支付不计入。没有读出的金额只会使合计变小。",
			EN: "In one year the projects that name a department (or that it filled in itself) have together no more budget, or execution, than the department's form as a whole; its units' forms likewise. Transfers are left out. What was not read only makes the sum smaller.",
		},
		Why:   extract.Text{ZH: "部分大于整体，必有一处不对或口径不同。", EN: "A part larger than the whole: one of them is wrong, or they count differently."},
		Right: extract.Text{ZH: "部门整体预算 5000 万元，12 个项目合计 3100 万元", EN: "department 5000, its 12 projects 3100"},
		Wrong: extract.Text{ZH: "部门整体预算 500 万元，12 个项目合计 3100 万元", EN: "department 500, its 12 projects 3100"},
	},
	{
		ID: "CRS-05", Name: "narrative-copied", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "完成情况的文字不是另一份表的", EN: "What is told of the results is not another form's"},
		What: extract.Text{
			ZH: "年度总体目标完成情况的文字（60 字以上，不计空格和标点）与另一份表没有五分之四以上相同。同一份表的两个副本不比。",
			EN: "What is told of the year's results (60 characters or more, without blanks and marks) is not four fifths the same as in another form. Two copies of one form are not compared.",
		},
		Why:   extract.Text{ZH: "照抄别的单位或上年的文字，说的不是本年的事。", EN: "Words copied from another organisation or from last year tell nothing of this one."},
		Right: extract.Text{ZH: "各写各的，互不相同", EN: "each in its own words"},
		Wrong: extract.Text{ZH: "两个单位的完成情况只有名称不同", EN: "two organisations whose results differ by their names alone"},
	},
	{
		ID: "CRS-06", Name: "reason-repeated", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "各处扣分的原因不都是同一句话", EN: "Not every shortfall has the same reason"},
		What: extract.Text{
			ZH: "一个单位的各份表中，写了原因的扣分有 4 处以上、涉及 2 份以上的表和 3 个以上的指标时，原因不都是同一句。",
			EN: "Where an organisation gives reasons for 4 shortfalls or more, in 2 forms and of 3 indicators or more, they are not all the same sentence.",
		},
		Why:   extract.Text{ZH: "什么都归于一个原因，等于没有分析。", EN: "One reason for everything explains nothing."},
		Right: extract.Text{ZH: "“灯具到货晚”“一座征地未完成”“夏季少雨”", EN: "“lamps came late”, “one plot was not bought”, “a dry summer”"},
		Wrong: extract.Text{ZH: "4 处扣分都写“受疫情影响”", EN: "“because of the epidemic” four times"},
	},
	{
		ID: "CRS-07", Name: "always-full", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "一个单位的总分不都是满分", EN: "Not all totals are full marks"},
		What: extract.Text{
			ZH: "一个单位有 3 份以上读出总分的表时（同一份表的副本只算一份），总分不都等于满分。",
			EN: "Where 3 forms or more of an organisation have a total that was read (copies of a form count once), not all of them are full marks.",
		},
		Why:   extract.Text{ZH: "年年满分的自评不能区分好坏。", EN: "A self-evaluation that always gives full marks tells good from bad nowhere."},
		Right: extract.Text{ZH: "97.3、100、98.8", EN: "97.3, 100, 98.8"},
		Wrong: extract.Text{ZH: "2020 至 2022 年，三年都是 100", EN: "100 in 2020, 2021 and 2022"},
	},
	{
		ID: "CRS-08", Name: "two-versions", Level: score.Notice, Since: "0.1", Fix: noFix, Source: ownRule,
		Title: extract.Text{ZH: "同一份表的两个版本数字一致", EN: "Two versions of a form have the same figures"},
		What: extract.Text{
			ZH: "同一单位、同一项目、同一年度的两份表，总分、全年预算和执行数一致。",
			EN: "Two forms of one organisation, project and year agree in total score, budget and execution.",
		},
		Why:   extract.Text{ZH: "报送的和公开的若是两个版本，数字不同就要说明哪个是最终的。", EN: "If what was handed in and what was published differ, somebody has to say which stands."},
		Right: extract.Text{ZH: "扫描件 98.20 分，电子表也是 98.20 分", EN: "98.20 in the scan and in the workbook"},
		Wrong: extract.Text{ZH: "一份 98.20 分，一份 99.20 分", EN: "98.20 in one, 99.20 in the other"},
	},
}
