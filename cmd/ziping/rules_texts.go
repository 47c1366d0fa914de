package main

import "ziping/extract"

// The longer help texts of `ziping rules`.
var (
	rulesLong = extract.Text{
		ZH: `评分规则是数据：内置若干评分规则，各有出处；也可以自己写一个 YAML 文件，用
--rules 交给 check 和 convert。写法见 docs/rules.zh.md。`,
		EN: `Scoring rules are data: some sets come with the program, each with its source; a
YAML file of your own goes to check and convert with --rules. docs/rules.md
shows how to write one.`,
	}
	rulesExample = extract.Text{
		ZH: "ziping rules list                        # 内置的评分规则\nziping rules show hubei                  # 湖北的规则，文字和 YAML\nziping rules test 我局.yaml              # 检查自己的规则文件\nziping rules infer 我局自评表 > 我局.yaml  # 从已有的表归纳",
		EN: "ziping rules list                     # the sets that come with the program\nziping rules show hubei               # Hubei's, in words and YAML\nziping rules test ours.yaml           # validate a file of your own\nziping rules infer our-forms > ours.yaml  # infer one from forms at hand",
	}
	rulesExit = extract.Text{
		ZH: "0    完成\n2    用法有误\n3    有的输入失败（infer）\n4    规则文件有误，算例不符，或全部输入失败\n130  被中断",
		EN: "0    done\n2    usage error\n3    some inputs failed (infer)\n4    the rule file is wrong, an example does not hold, or all inputs failed\n130  interrupted",
	}
	rulesTestLong = extract.Text{
		ZH: `检查一个规则文件：未知的键、不是数字的数、写错的公式，都指出行、列和改正办法；
然后试算文件里 examples: 下的算例，逐个说明规则给出几分。`,
		EN: `Validates a rule file: unknown keys, values that are not numbers and wrong formulas are
named with line, column and remedy. Then the worked examples under examples: are
run, each with what the rule gives.`,
	}
	rulesInferLong = extract.Text{
		ZH: `一份表：逐项说明已知的哪些规则能得出填报的得分，哪些不能，以及各评分规则能解释多少。
文件夹或多份表：看作同一单位的表，找出能解释得最多的最简单的规则，输出可直接用于
--rules 的规则文件；每部分注明依据几项得分，不能解释的表列在末尾。`,
		EN: `One form: says of each score which known rules give it and which do not, and how
much each rule set explains. A folder or several forms are taken as one office's:
the simplest rules that explain most are printed as a file ready for --rules, with
what each part rests on; forms it does not explain are listed at its end.`,
	}
	inferExit = extract.Text{
		ZH: "0    完成\n2    用法有误\n3    有的输入失败\n4    全部失败，或没有一份表有得分\n130  被中断",
		EN: "0    done\n2    usage error\n3    some inputs failed\n4    all failed, or no form has scores\n130  interrupted",
	}
)
