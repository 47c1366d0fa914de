# make check is what CI runs. Nothing is needed but Go; the linter is fetched as a Go module,
# and a C compiler is used for the race detector where there is one.
GO ?= go
LINT = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: check test race vet fmt lint bench samples golden fuzz scoreboard eval mutants release

check:
	.ci/run

fmt:
	@out=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$out" ]; then echo "gofmt wanted:"; echo "$$out"; exit 1; fi

vet:
	$(GO) vet ./...

test:
	$(GO) test ./...

# Goroutines and processes meet in these; it needs a C compiler.
RACY = ./internal/batch ./internal/worker ./internal/pipeline ./internal/farm/... ./cmd/ziping-farm ./extract/pdfin/...

race:
	CGO_ENABLED=1 $(GO) test -race $(RACY)

lint:
	$(GO) run $(LINT) run

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

samples:
	$(GO) run ./cmd/ziping convert samples -o out

golden:
	$(GO) test ./... -update

# Searches for inputs that break a law, with every target there is, each for FUZZTIME; what
# is found stays in the package's testdata and is tried by every later run of the tests.
FUZZTIME ?= 60s
fuzz:
	@for file in $$(git grep -l '^func Fuzz' -- '*_test.go'); do \
	  for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' $$file); do \
	    echo "$$(dirname $$file) $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x ./$$(dirname $$file) || exit 1; \
	  done; \
	done

# The larger parts of the tests that print forms: every look, more slips, more pages.
eval:
	$(GO) test ./tools/eval -all
	$(GO) test ./tools/eval/slips -slips 3
	$(GO) test ./tools/eval/breaks -v -breaks 4

# Prints forms with every producer that is installed, reads them, counts what is right (docs/scoreboard.md).
scoreboard:
	$(GO) run ./tools/eval/scoreboard

# Changes the code at random and lists what no test notices (tools/mutants). SEED=2 N=200 PKG=./score/checks/... for others.
SEED ?= 1
N ?= 60
PKG ?= ./extract/grid/...,./normalize/...,./score/checks/...
mutants:
	$(GO) run ./tools/mutants -seed $(SEED) -n $(N) -pkg $(PKG)

# Builds the program for every system into dist/, with checksums, an SBOM, completions and
# man pages. The same commit gives the same bytes; DIST=/tmp/dist for another folder.
DIST ?= dist
release:
	$(GO) run ./tools/release -o $(DIST)
