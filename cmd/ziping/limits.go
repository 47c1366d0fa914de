package main

import (
	"cmp"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"
)

// limitFlags say how much is done at once and what one input may take.
type limitFlags struct {
	jobs     int
	failFast bool
	timeout  time.Duration
	memory   string
}

func (a *app) addLimitFlags(flags *pflag.FlagSet, f *limitFlags) {
	flags.IntVar(&f.jobs, "jobs", 0, a.say("`N`：同时处理的输入数（默认每核一个）", "inputs worked on at once, `N` (default: one for each core)"))
	flags.DurationVar(&f.timeout, "timeout", 0, a.say("`TIME`：一个输入最多用多久，例如 90s、5m（默认 10m；图片每页另加半分钟）", "longest an input may take, a `TIME` such as 90s or 5m (default 10m, and half a minute for each page of a picture)"))
	flags.StringVar(&f.memory, "memory", "", a.say("`SIZE`：处理一个输入最多用多少内存，例如 512M、2G（默认 1G）", "most memory an input may take, a `SIZE` such as 512M or 2G (default 1G)"))
	flags.BoolVar(&f.failFast, "fail-fast", false, a.say("有一个输入失败就停下，不再开始新的", "stop at the first input that fails; begin no other"))
}

// The least that an input needs.
const (
	leastTimeout = time.Second
	leastMemory  = 128 << 20
)

// setLimits holds the workers to the flags, and checks them.
func (a *app) setLimits(f limitFlags) error {
	if f.jobs < 0 {
		return a.usage(a.sayf("--jobs 的值 %d 无效", "--jobs: %d is not valid", f.jobs), a.say("至少为 1", "at least 1"))
	}
	if f.timeout != 0 && f.timeout < leastTimeout {
		return a.usage(a.sayf("--timeout 的值 %v 无效", "--timeout: %v is not valid", f.timeout), a.say("至少 1s，例如 --timeout 5m", "at least 1s, for example --timeout 5m"))
	}
	memory, ok := size(f.memory)
	if !ok || memory != 0 && memory < leastMemory {
		return a.usage(a.sayf("--memory 的值 %q 无效", "--memory: %q is not valid", f.memory), a.say("至少 128M，例如 --memory 2G", "at least 128M, for example --memory 2G"))
	}
	a.pool.Limit(f.timeout, memory)
	return nil
}

// atOnce is how many inputs are worked on at once.
func (f limitFlags) atOnce() int { return cmp.Or(f.jobs, runtime.GOMAXPROCS(0)) }

// size reads a size as people write it: 512M, 2G, 1.5GiB, a number of bytes.
// Nothing is 0.
func size(text string) (int64, bool) {
	if text == "" {
		return 0, true
	}
	s := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(text)), "B"), "I")
	unit := int64(1)
	for i, letter := range []string{"K", "M", "G", "T"} {
		if n, ok := strings.CutSuffix(s, letter); ok {
			unit, s = 1<<(10*(i+1)), n
			break
		}
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > 0 && n*float64(unit) < 1<<50) {
		return 0, false
	}
	return int64(n * float64(unit)), true
}
