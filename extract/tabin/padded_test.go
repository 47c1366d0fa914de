package tabin

import "testing"

// Rows padded with bars to one width are put together by their bars.
func TestPaddedRows(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"lines end inside cells": {
			"自评表 | |||||\n资金 (万元) |\n预算数 | 执行数 | |||\n总额 | 30 | 20 | |||\n一级 指标 | 年度\n指标值 |\n完成值 | 分值 |\n得分 | |\n产出 | 10 | 9 | |||\n效益 |\n90 | 90 | |||",
			"自评表 / 资金 (万元)|预算数|执行数 / 总额|30|20 / 一级 指标|年度¶指标值|完成值|分值|得分 / 产出|10|9 / 效益|90|90",
		},
		"a cell to a line": {
			"表 |\n||||\n名称 |\n修路 |\n|||\n|\n总额 |\n30 |\n||\n|\n产出 |\n10 |\n||\n|\n|\n二 |\n10 |\n|",
			"表 / 名称|修路 / |总额|30 / |产出|10 / ||二|10",
		},
		"two tables of their own width, and words between": {
			"甲 | ||\n乙 |\n1 | |\n丙 | ||\n丁 | ||\n以上数字\n子 | ||||\n丑 |\n1 | |||\n寅 | ||||\n卯 | 2 | |||",
			"甲 / 乙|1 / 丙 / 丁 / 以上数字 / 子 / 丑|1 / 寅 / 卯|2",
		},
		"a blank line parts rows": {
			"甲 | ||\n\n乙 |\n1 | |\n\n丙 | ||\n丁 | ||",
			"甲 / 乙|1 / 丙 / 丁",
		},
		"a row broken off": {
			"甲 | ||\n乙 |\n1 | |\n丙 | ||\n丁 | ||\n戊 | 1",
			"甲 / 乙|1 / 丙 / 丁 / 戊|1",
		},
		"padded before the end of its row": { // as wide as it likes: nothing is known of its rows
			"甲 | ||\n乙 | |||\n1 | 2 |\n丙 | ||||\n丁 |\n3 | ||\n戊 | |",
			rowsOfLines,
		},
		"bars between that make no such rows": {
			"甲 | ||\n乙 |\n1 | |\n丙 | ||\n丁 | ||\n戊 | 1 | 2 | 3 |\n己 | ||\n庚 | ||\n辛 |\n1 | |\n壬 | ||",
			rowsOfLines,
		},
		"padded rows below of another width": {
			"甲 | ||\n乙 |\n1 | |\n丙 | ||\n丁 | ||\n戊 | ||||\n己 | ||||",
			rowsOfLines,
		},
		"a row padded by one less": {
			"甲 | |||\n乙 |\n1 | ||\n丙 | ||\n丁 |\n2 | ||\n戊 | |||",
			"甲 / 乙|1 / 丙 / 丁|2 / 戊",
		},
		"padded too seldom": {
			"甲 | ||\n乙 |\n1 | |\n丙 | 4 | 5 |\n丁 | 4 | 5 |",
			rowsOfLines,
		},
	} {
		want := c.want
		if want == rowsOfLines {
			if _, torn := padded(c.in); torn {
				t.Errorf("%s: put together", name)
			}
			continue
		}
		if got := rowsOf(t, c.in); got != want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
}

// rowsOfLines stands for a text whose lines are left as they are.
const rowsOfLines = "-"
