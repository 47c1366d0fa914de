package dataset

import (
	"slices"

	"ziping/extract"
	"ziping/normalize"
)

// The tables, by their index in Tables.
const (
	files = iota
	outputs
	warnings
	reports
	funds
	goals
	indicators
	cells
	unplaced
	findings
	tallies
	repairs
	edits
)

// Tables are all tables.
var Tables = []Table{
	files: {"files", say("每个输入一行，失败和跳过的也有", "a row an input, failed and skipped ones too"), 1, []Column{
		{"file", Integer, say("输入的编号", "number of the input")},
		{"path", Text, say("路径，同 run.ndjson", "its path, as in run.ndjson")},
		{"sha256", Text, say("内容的摘要", "hash of its content")},
		{"status", Text, say("ok、partial、failed 或 skipped", "ok, partial, failed or skipped")},
		{"reader", Text, say("读取它的程序部分", "the part of the program that read it")},
		{"media_type", Text, say("内容的种类", "kind of content")},
		{"error_kind", Text, say("失败或跳过的种类", "why it failed or was skipped, as a word")},
		{"error_message", Text, say("失败或跳过的原因", "and as a sentence")},
		{"gone", Integer, say("1：输入已不在原处", "1: no longer where it was")},
		{"same_as", Text, say("内容相同的第一个输入；汇总时加 same_as IS NULL 免得重复计数", "the first input with the same content; sums leave doubles out with same_as IS NULL")},
		{"cells", Integer, say("非空单元格数", "cells that are not empty")},
		{"claimed", Integer, say("其中有归属的", "of these, those that a field claims")},
		{"numbers", Integer, say("形如数字的", "cells that look like figures")},
		{"typed", Integer, say("其中读成数字的", "of these, those read as figures")},
		{"reports", Integer, say("其中的表数", "forms in it")},
		{"records", Text, say("read：记录都在本数据集中；none：没有 JSON 输出；missing、changed、unreadable：JSON 缺失、被改过、不能读，记录未收入", "read: its records are in the dataset; none: it has no JSON output; missing, changed, unreadable: so is the JSON, and its records are left out")},
	}},
	outputs: {"outputs", say("每个输出文件一行", "a row an output"), 2, []Column{
		{"file", Integer, say("输入的编号", "number of the input")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"path", Text, say("输出的路径，自 DIR 起", "its path, from DIR")},
		{"sha256", Text, say("内容的摘要", "hash of its content")},
	}},
	warnings: {"warnings", say("读取时的警告", "warnings of the reader"), 2, slices.Concat([]Column{
		{"file", Integer, say("输入的编号", "number of the input")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"code", Text, say("警告的种类", "kind of warning")},
		{"message", Text, say("说明", "what it says")},
	}, placeColumns)},
	reports: {"reports", say("每份表一行", "a row a form"), 1, slices.Concat([]Column{
		{"report", Integer, say("表的编号，其余各表用它相连", "number of the form, by which the other tables are joined")},
		{"file", Integer, say("输入的编号", "number of the input")},
		{"form", Integer, say("输入中的第几份表，从 1 起", "which form of its input, from 1")},
		{"family", Text, say("表式（docs/glossary.md）", "family of the form (docs/glossary.md)")},
		{"refusal", Text, say("不是自评表的，是什么", "what it is instead, if it is no self-evaluation")},
	},
		wordColumns("title", say("标题", "title")), wordColumns("year", say("年度", "year")),
		wordColumns("organisation", say("单位", "organisation")), wordColumns("code", say("编码", "code")),
		wordColumns("project", say("项目名称", "project")), wordColumns("money_unit", say("金额单位", "unit of money")),
		[]Column{{"yuan", Decimal, say("金额单位折合多少元：万元为 10000", "what the unit of money is worth in yuan: 10000 for 万元")}},
		numberColumns("total_weight", say("总分值", "total weight")), numberColumns("total_score", say("总分", "total score")),
		wordColumns("grade", say("评价等级", "grade")),
		[]Column{
			{"stated", Text, say("填报的总分", "the total as reported")},
			{"computed", Text, say("各项得分之和", "sum of the scores")},
			{"rescored", Text, say("按评分规则重算的总分", "the total by the scoring rules")},
			{"rules", Text, say("所用的评分规则", "the scoring rules")},
			{"errors", Integer, say("级别为错误的发现数", "findings of level error")},
			{"doubts", Integer, say("级别为评分存疑的发现数", "findings of level rule")},
			{"notices", Integer, say("级别为提示的发现数", "findings of level notice")},
		})},
	funds: {"funds", say("资金，每个来源一行", "money, a row a source"), 2, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("第几行，从 1 起", "which row, from 1")},
		{"path", Text, say("路径，如 funds.total", "its path, such as funds.total")},
		{"source", Text, say("来源：total 为合计，fiscal_subtotal 为财政资金小计，等等", "source: total, fiscal_subtotal and so on")},
		{"label", Text, say("所印的名称", "its name as printed")},
		{"parts", Text, say("这一行是哪些来源之和，以空格分开", "sources whose sum the row is, with blanks between")},
	}, fundColumns())},
	goals: {"goals", say("年度目标和完成情况", "goals of the year and what came of them"), 2, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"path", Text, say("路径，如 goals[0]", "its path, such as goals[0]")},
	}, wordColumns("expected", say("预期目标", "expected")), wordColumns("actual", say("完成情况", "actual")))},
	indicators: {"indicators", say("指标，每项一行", "a row an indicator"), 2, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("第几项，从 1 起", "which one, from 1")},
		{"path", Text, say("路径，如 indicators[0]", "its path, such as indicators[0]")},
	},
		wordColumns("level1", say("一级指标", "level 1")), wordColumns("level2", say("二级指标", "level 2")), wordColumns("name", say("三级指标", "name")),
		quantityColumns("target", say("指标值", "target")), []Column{
			{"target_op", Text, say("比较：>=、<=、=、>、<、range、by_date、qualitative", "comparison: >=, <=, =, >, <, range, by_date, qualitative")},
			{"target_low", Text, say("范围的下限", "low end of a range")},
			{"target_high", Text, say("范围的上限", "high end of a range")},
			{"target_date", Text, say("期限", "date")},
		},
		quantityColumns("actual", say("实际完成值", "actual")), []Column{
			{"actual_unit_inherited", Integer, say("1：完成值没有单位，用指标值的", "1: the actual has no unit, its target's is meant")},
		},
		numberColumns("weight", say("分值", "weight")), numberColumns("score", say("得分", "score")),
		wordColumns("reason", say("偏差原因", "reason")))},
	cells: {"cells", say("每个字段一行，带原件中的位置：其余各表的每个值都在这里", "a row a field with its place in the file: every value of the other tables stands here"), 2, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"path", Text, say("路径，如 funds.total.budget", "its path, such as funds.total.budget")},
		{"record", Text, say("所在的记录，如 funds.total；表头的字段没有", "its record, such as funds.total; none for the head's")},
		{"column_name", Text, say("所在的列，如 budget", "its column, such as budget")},
		{"label", Text, say("没有专列的单元格所印的名称", "of a cell without a column of its own, its name as printed")},
		{"text", Text, say("所印的文字", "what is printed")},
		{"value", Text, say("规范后的值，数字是精确的", "what it means; of a figure, exactly")},
		{"num", Decimal, say("值为数字的", "the value, if it is a number")},
		{"unit", Text, say("单位", "its unit")},
		{"state", Text, say("parsed、blank、absent 或 garbled", "parsed, blank, absent or garbled")},
		{"reading", Text, say("read、proved、repaired 或 doubtful：认字有多可靠", "read, proved, repaired or doubtful: how sure the reading is")},
		{"was", Text, say("改认以前认成什么", "what it was read as at first")},
		{"confidence", Text, say("识别的把握", "confidence of the recognition")},
		{"points", Text, say("与级别印在一起的分值", "points printed with a level")},
		{"threshold", Text, say("与等级印在一起的分数线", "threshold printed with a grade")},
	}, placeColumns)},
	unplaced: {"unplaced", say("没有归属的单元格", "cells that no field claims"), 2, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"text", Text, say("所印的文字", "what is printed")},
	}, placeColumns)},
	findings: {"findings", say("发现的问题", "findings"), 2, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("序号，从 1 起；repairs.explains 用它", "from 1; repairs.explains names it")},
		{"check_id", Text, say("检查的编号（docs/checks.md）", "id of the check (docs/checks.md)")},
		{"name", Text, say("检查的名称", "its name")},
		{"level", Text, say("error、rule 或 notice", "error, rule or notice")},
		{"verdict", Text, say("inconsistent 或 undetermined", "inconsistent or undetermined")},
		{"path", Text, say("字段的路径", "path of the field")},
		{"stated", Text, say("填报数", "what is stated")},
		{"expected", Text, say("对照数", "what stands against it")},
		{"low", Text, say("对照范围的下限", "low end of what would do")},
		{"high", Text, say("对照范围的上限", "high end of what would do")},
		{"operands", Text, say("依据的字段，以空格分开", "fields it rests on, with blanks between")},
		{"message", Text, say("说明", "the sentence")},
	}, placeColumns)},
	tallies: {"tallies", say("每项检查测了多少处", "how much each check tested"), 2, []Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"check_id", Text, say("检查的编号", "id of the check")},
		{"agree", Integer, say("相符", "found right")},
		{"disagree", Integer, say("不符", "found wrong")},
		{"untestable", Integer, say("无法核对", "that could not be tested")},
	}},
	repairs: {"repairs", say("更正方案", "repairs"), 2, []Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"fault", Integer, say("第几处独立的错误，从 0 起；同一处的方案任选其一", "which independent fault, from 0; repairs of one are alternatives")},
		{"cause", Text, say("misprinted 或 misread", "misprinted or misread")},
		{"is_unique", Integer, say("1：唯一的最小方案", "1: the only smallest one")},
		{"applied", Integer, say("1：已更正", "1: applied")},
		{"explains", Text, say("能解释的发现（findings.n），以空格分开", "findings it explains (findings.n), with blanks between")},
		{"why", Text, say("理由", "why")},
	}},
	edits: {"edits", say("更正方案改动的单元格", "cells that repairs change"), 3, slices.Concat([]Column{
		{"report", Integer, say("表的编号", "number of the form")},
		{"repair", Integer, say("方案（repairs.n）", "the repair (repairs.n)")},
		{"n", Integer, say("序号，从 1 起", "from 1")},
		{"path", Text, say("字段的路径", "path of the field")},
		{"old_value", Text, say("原值", "old value")},
		{"new_value", Text, say("新值", "new value")},
		{"low", Text, say("新值可取的下限", "lowest new value that would do")},
		{"high", Text, say("新值可取的上限", "highest new value that would do")},
		{"text", Text, say("改后的整个单元格", "the whole cell after the edit")},
	}, placeColumns)},
}

func say(zh, en string) extract.Text { return extract.Text{ZH: zh, EN: en} }

// placeColumns say where something stands in its file.
var placeColumns = []Column{
	{"tab", Integer, say("第几个表格，从 0 起；表格外的行没有", "which table, from 0; none outside tables")},
	{"row_no", Integer, say("第几行，从 0 起", "its row, from 0")},
	{"col_no", Integer, say("第几列，从 0 起", "its column, from 0")},
	{"line_no", Integer, say("表格外的第几行，从 0 起", "outside tables: which line, from 0")},
	{"page", Integer, say("页，从 1 起", "page, from 1")},
	{"x0", Real, say("左边，以点计，自页的左上角起", "left edge in points from the page's top left")},
	{"y0", Real, say("上边", "top edge")},
	{"x1", Real, say("右边", "right edge")},
	{"y1", Real, say("下边", "bottom edge")},
}

// wordColumns are those of a field in words.
func wordColumns(name string, label extract.Text) []Column {
	return []Column{
		{name, Text, say(label.ZH, label.EN)},
		{name + "_text", Text, say(label.ZH+"，所印的文字", label.EN+" as printed")},
		{name + "_state", Text, say(label.ZH+"：parsed、blank、absent 或 garbled", label.EN+": parsed, blank, absent or garbled")},
	}
}

// numberColumns are those of a figure.
func numberColumns(name string, label extract.Text) []Column {
	return []Column{
		{name, Text, say(label.ZH+"，精确的数字；比率是百分数", label.EN+", exactly; rates are percents")},
		{name + "_num", Decimal, say(label.ZH+"，可计算", label.EN+", to reckon with")},
		{name + "_text", Text, say(label.ZH+"，所印的文字", label.EN+" as printed")},
		{name + "_state", Text, say(label.ZH+"：parsed、blank、absent 或 garbled", label.EN+": parsed, blank, absent or garbled")},
	}
}

// quantityColumns are those of what may be a figure with a unit, or words.
func quantityColumns(name string, label extract.Text) []Column {
	cols := numberColumns(name, label)
	cols[0].What = say(label.ZH+"，规范后的值", label.EN+", what it means")
	cols[1].What = say(label.ZH+"，是数字的", label.EN+", if it is a number")
	return append(cols, Column{name + "_unit", Text, say(label.ZH+"的单位", "unit of the "+label.EN)})
}

// fundColumns are the columns of money, rates and marks of a source.
func fundColumns() (cols []Column) {
	for _, c := range normalize.FundColumns {
		label := say(c.Label(extract.ZH), c.Label(extract.EN))
		cols = append(cols, numberColumns(string(c), label)...)
		if c.Kind() == normalize.Money {
			cols = append(cols, Column{string(c) + "_yuan", Decimal, say(label.ZH+"，折合元；不知单位的为 NULL", label.EN+" in yuan; NULL where the unit is not known")})
		}
	}
	return cols
}
