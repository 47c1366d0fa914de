package overview

import "ziping/extract"

// column is a column of a sheet.
type column struct {
	name  extract.Text
	width float64
}

func col(zh, en string, width float64) column { return column{extract.Text{ZH: zh, EN: en}, width} }

var reportColumns = []column{
	col("文件", "File", 24), col("单位", "Organisation", 18), col("项目", "Project", 18), col("年度", "Year", 6), col("标题", "Title", 20),
	col("预算数", "Budget", 14), col("执行数", "Executed", 14), col("金额单位", "Money unit", 6), col("执行率", "Execution rate", 9),
	col("得分", "Score", 7), col("各项得分之和", "Sum of scores", 8), col("等级", "Grade", 5),
	col("错误", "Errors", 5), col("评分存疑", "Scoring", 6), col("提示", "Notices", 5), col("更正处数", "Cells corrected", 6), col("更正", "Corrections", 28),
	col("状态", "Status", 8), col("已识别", "Understood", 14), col("表式", "Family", 16), col("输出", "Output", 22),
}

var findingColumns = []column{
	col("级别", "Level", 9), col("文件", "File", 24), col("单位", "Organisation", 18), col("检查", "Check", 18), col("栏目", "Field", 22), col("原件位置", "Place in the file", 12),
	col("填报数", "Reported", 12), col("对照数", "Compared with", 12), col("对照依据", "Which is", 14), col("说明", "Sentence", 44), col("输出", "Output", 22), col("编号", "Number", 8),
}

var failureColumns = []column{
	col("文件", "File", 40), col("状态", "Status", 9), col("种类", "Kind", 14), col("原因", "Reason", 50), col("处理办法", "Remedy", 50),
}

var fileColumns = []column{
	col("文件", "File", 34), col("状态", "Status", 8), col("自评表数", "Forms", 6), col("错误", "Errors", 5), col("评分存疑", "Scoring", 6), col("提示", "Notices", 5),
	col("工作簿", "Workbook", 24), col("PDF", "PDF", 24), col("数据", "Data (JSON)", 24), col("工作底稿", "Working paper", 16), col("可检索扫描件", "Searchable scan", 16), col("与之内容相同的文件", "Same content as", 24),
}

// outputFormats are the formats of the columns for outputs, in their order.
var outputFormats = []string{"xlsx", "pdf", "json", "docx", "searchable.pdf"}

var groupColumns = []column{
	col("单位", "Organisation", 34), col("自评表", "Forms", 9), col("有错误的", "With errors", 9), col("错误", "Errors", 9), col("评分存疑", "Scoring", 9), col("提示", "Notices", 9),
	col("预算数（万元）", "Budget (10,000 yuan)", 15), col("执行数（万元）", "Executed (10,000 yuan)", 15), col("执行率", "Execution rate", 10),
}
