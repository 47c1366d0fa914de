package main

import "ziping/extract"

// The longer help texts, in both languages.
var (
	rootLong = extract.Text{
		ZH: `ziping 读取绩效自评表，核对表中全部算术关系，写出更正后的 XLSX、PDF 和 JSON。
不改动任何输入文件；不联网。环境变量 ZIPING_LANG、ZIPING_RULES、ZIPING_JOBS 是
--lang、--rules、--jobs 的默认值。程序自身出错时，ZIPING_DEBUG=1 打印供报告用的详情。`,
		EN: `ziping reads performance self-evaluation tables (绩效自评表), checks all their
arithmetic and writes corrected XLSX, PDF and JSON. It never changes an input and
never opens a connection. ZIPING_LANG, ZIPING_RULES and ZIPING_JOBS in the environment
are the defaults of --lang, --rules and --jobs. Of a fault of its own, ZIPING_DEBUG=1
prints what is needed to report it.`,
	}
	rootExample = extract.Text{
		ZH: "ziping convert 自评表 -o out  # 整个文件夹：更正后的表、汇总、台账\nziping 自评表                 # 同上，写到 自评表_核对结果\nziping check 自评表.txt       # 只核对，报告显示在终端",
		EN: "ziping convert forms -o out  # a folder: corrected forms, summary, account\nziping forms                 # the same, into forms_核对结果\nziping check form.txt        # audit only, the report on the terminal",
	}
	exitAll = extract.Text{
		ZH: "0    没有输入失败\n1    check：至少有一处错误（convert 只在 --strict 时）\n2    用法有误\n3    有的输入失败，其余已完成\n4    全部失败\n130  被中断；已完成的保留，重复同一命令即可继续",
		EN: "0    no input failed\n1    check: at least one finding of level error (convert: with --strict only)\n2    usage error\n3    some inputs failed, the rest were done\n4    all failed\n130  interrupted; what was finished stands, the same command goes on from there",
	}
	convertLong = extract.Text{
		ZH: `对每个输入依次：读取、识别、核对、写出。每份自评表按 --to 写出更正后的文件，
目录结构与输入相同；另写 DIR/summary.xlsx（汇总）和 DIR/run.ndjson（台账）。
--to searchable 另把扫描件和图片写成 NAME.searchable.pdf：原件不变，加一层看不见的文字，可检索、可复制。
上次已完成且内容、版本、选项都没有变的输入不再重做。DIR 中不是 ziping 写的文件不会被覆盖。
一个 DIR 一次只由一个运行写入；台账中损坏的行移到 run.damaged.ndjson，其输入重新处理。`,
		EN: `Takes every input through all stages: read, understand, audit, write. Each form
gets the formats of --to, in the folders of the inputs; DIR/summary.xlsx sums the
run up and DIR/run.ndjson is its account. Of scans and pictures, --to searchable
writes NAME.searchable.pdf: the original as it is, with its text laid over it unseen,
to be searched and copied. What an earlier run finished with the same content,
version and options is not done again. Files in DIR that ziping did
not make are never overwritten. A DIR is written by one run at a time; damaged lines
of the account go to run.damaged.ndjson and their inputs are done again.`,
	}
	convertExample = extract.Text{
		ZH: "ziping convert 自评表 -o out\nziping convert a.txt b.xlsx -o out --to xlsx,json\nziping convert 扫描件.pdf -o out --to xlsx,searchable\nziping convert 自评表 -o out --dataset sqlite,csv\ncat a.txt | ziping convert - -o out",
		EN: "ziping convert forms -o out\nziping convert a.txt b.xlsx -o out --to xlsx,json\nziping convert scan.pdf -o out --to xlsx,searchable\nziping convert forms -o out --dataset sqlite,csv\ncat a.txt | ziping convert - -o out",
	}
	convertExit = extract.Text{
		ZH: "0    没有输入失败（表中有错误也是 0，除非 --strict）\n1    --strict 且至少有一处错误\n2    用法有误\n3    有的输入失败，其余已完成\n4    全部失败\n130  被中断；已完成的保留，重复同一命令即可继续",
		EN: "0    no input failed (also with findings, unless --strict)\n1    --strict, and at least one finding of level error\n2    usage error\n3    some inputs failed, the rest were done\n4    all failed\n130  interrupted; what was finished stands, the same command goes on from there",
	}
	checkLong = extract.Text{
		ZH: `核对自评表，在终端显示报告，不写文件。先列错误（表内算术不符），再列评分存疑和提示，
然后是更正方案，最后是已核对且相符的内容。`,
		EN: `Audits forms and shows the report on the terminal; writes no files. Errors (the
form's own arithmetic) come first, then rules and notices, then the proposed
repair, then what was checked and holds.`,
	}
	checkExample = extract.Text{
		ZH: "ziping check 自评表.txt\nziping check 自评表 --json > results.ndjson\nziping check 自评表 -o ziping.sarif\nziping check 自评表 -o 核对报告.md",
		EN: "ziping check form.txt\nziping check forms --json > results.ndjson\nziping check forms -o ziping.sarif\nziping check forms -o report.md",
	}
	checkExit = extract.Text{
		ZH: "0    没有错误\n1    至少有一处错误\n2    用法有误\n3    有的输入失败\n4    全部失败\n130  被中断",
		EN: "0    no finding of level error\n1    at least one\n2    usage error\n3    some inputs failed\n4    all failed\n130  interrupted",
	}
	extractLong = extract.Text{
		ZH: `读取版面内容：页、表格、单元格、表外文字，原样不改，输出 Document JSON。
--format 只输出表格。可读：文本、XLSX、DOCX、HTML（含 MHT）；类型由内容判断，不看文件名。`,
		EN: `Says what is on the paper: pages, tables, cells and loose lines, exactly as
printed, as Document JSON. --format gives the tables alone. Reads text, XLSX, DOCX
and HTML (MHT too); the content tells the kind, not the name.`,
	}
	extractExample = extract.Text{
		ZH: "ziping extract 自评表.xlsx\nziping extract 自评表.txt -o 表.csv",
		EN: "ziping extract form.xlsx\nziping extract form.txt -o form.csv",
	}
	normalizeLong = extract.Text{
		ZH: `读取资金、目标、指标、得分等结构化记录，输出 Result JSON，不做核对。`,
		EN: `Says what a form means: typed records of funds, goals, indicators and scores, as
Result JSON without findings.`,
	}
	normalizeExample = extract.Text{
		ZH: "ziping normalize 自评表.txt",
		EN: "ziping normalize form.txt",
	}
	oneFileExit = extract.Text{
		ZH: "0    已读出\n2    用法有误\n4    失败",
		EN: "0    done\n2    usage error\n4    failed",
	}
	explainLong = extract.Text{
		ZH: `显示一项检查的说明：查什么、为什么、对错的例子、更正是否可靠、依据。不带参数列出全部检查。`,
		EN: `Prints the documentation of one check: what it tests, why, a right and a wrong
example, how safe a repair is, its source. Without an argument, the catalogue.`,
	}
	explainExample = extract.Text{
		ZH: "ziping explain\nziping explain FND-05",
		EN: "ziping explain\nziping explain FND-05",
	}
	completionExample = extract.Text{
		ZH: "source <(ziping completion bash)\nziping completion zsh > ~/.zfunc/_ziping\nziping completion fish > ~/.config/fish/completions/ziping.fish\nziping completion powershell | Out-String | Invoke-Expression",
		EN: "source <(ziping completion bash)\nziping completion zsh > ~/.zfunc/_ziping\nziping completion fish > ~/.config/fish/completions/ziping.fish\nziping completion powershell | Out-String | Invoke-Expression",
	}
)
