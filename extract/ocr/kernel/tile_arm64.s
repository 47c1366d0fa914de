#include "textflag.h"
#include "words_arm64.h"
#include "after_arm64.h"

// In the tile of six rows V8 to V31 are the sums, four for each row. R0 to R5 point into
// the rows of a, R6 points into the panel. Numbers are added in the order of tile_amd64.s,
// so that the sums are the same.

// ROW adds what a number of row a brings to two of its sums.
#define ROW(a, i, left, right) \
	FMLALANE(left, 6, a, i)  \
	FMLALANE(right, 7, a, i)

// STEP adds what row of weights number i brings to six rows.
#define STEP(i) \
	VLD1.P 32(R6), [V6.S4, V7.S4] \
	ROW(0, i, 8, 9)   \
	ROW(1, i, 12, 13) \
	ROW(2, i, 16, 17) \
	ROW(3, i, 20, 21) \
	ROW(4, i, 24, 25) \
	ROW(5, i, 28, 29) \
	VLD1.P 32(R6), [V6.S4, V7.S4] \
	ROW(0, i, 10, 11) \
	ROW(1, i, 14, 15) \
	ROW(2, i, 18, 19) \
	ROW(3, i, 22, 23) \
	ROW(4, i, 26, 27) \
	ROW(5, i, 30, 31)

// func tile6(dst *float32, stride int, a *float32, step int, b, bias *float32, k, kind int, scale, shift float32)
TEXT ·tile6(SB), NOSPLIT, $0-72
	MOVD dst+0(FP), R7
	MOVD stride+8(FP), R8
	LSL  $2, R8
	MOVD a+16(FP), R0
	MOVD step+24(FP), R9
	ADD  R9<<2, R0, R1
	ADD  R9<<2, R1, R2
	ADD  R9<<2, R2, R3
	ADD  R9<<2, R3, R4
	ADD  R9<<2, R4, R5
	MOVD b+32(FP), R6
	MOVD bias+40(FP), R10
	MOVD k+48(FP), R11

	VLD1 (R10), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1 (R10), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1 (R10), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1 (R10), [V20.S4, V21.S4, V22.S4, V23.S4]
	VLD1 (R10), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1 (R10), [V28.S4, V29.S4, V30.S4, V31.S4]

	SUBS $4, R11
	BLT  rest

four:
	VLD1.P 16(R0), [V0.S4]
	VLD1.P 16(R1), [V1.S4]
	VLD1.P 16(R2), [V2.S4]
	VLD1.P 16(R3), [V3.S4]
	VLD1.P 16(R4), [V4.S4]
	VLD1.P 16(R5), [V5.S4]
	STEP(0)
	STEP(1)
	STEP(2)
	STEP(3)
	SUBS $4, R11
	BGE  four

rest:
	ADDS $4, R11
	BLE  summed

single:
	FMOVS.P 4(R0), F0
	FMOVS.P 4(R1), F1
	FMOVS.P 4(R2), F2
	FMOVS.P 4(R3), F3
	FMOVS.P 4(R4), F4
	FMOVS.P 4(R5), F5
	STEP(0)
	SUBS $1, R11
	BGT  single

summed:
	SWISHNUMBERS
	MOVD kind+56(FP), R12
	CMP  $1, R12
	BLT  store
	BGT  swish
	EACH24(RELU)
	B    store

swish:
	MOVWU scale+64(FP), R12
	VDUP  R12, V4.S4
	MOVWU shift+68(FP), R12
	VDUP  R12, V5.S4
	EACH24(SWISH)

store:
	VST1.P [V8.S4, V9.S4, V10.S4, V11.S4], (R7)(R8)
	VST1.P [V12.S4, V13.S4, V14.S4, V15.S4], (R7)(R8)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], (R7)(R8)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], (R7)(R8)
	VST1.P [V24.S4, V25.S4, V26.S4, V27.S4], (R7)(R8)
	VST1   [V28.S4, V29.S4, V30.S4, V31.S4], (R7)
	RET

// func tile1(dst, a, b, bias *float32, k, kind int, scale, shift float32)
TEXT ·tile1(SB), NOSPLIT, $0-56
	MOVD dst+0(FP), R7
	MOVD a+8(FP), R0
	MOVD b+16(FP), R6
	MOVD bias+24(FP), R10
	MOVD k+32(FP), R11

	// Two sums for each column, since one would wait for itself.
	VLD1 (R10), [V8.S4, V9.S4, V10.S4, V11.S4]
	VEOR V12.B16, V12.B16, V12.B16
	VEOR V13.B16, V13.B16, V13.B16
	VEOR V14.B16, V14.B16, V14.B16
	VEOR V15.B16, V15.B16, V15.B16

	SUBS $2, R11
	BLT  rest

two:
	FMOVD.P 8(R0), F0
	VLD1.P  64(R6), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1.P  64(R6), [V20.S4, V21.S4, V22.S4, V23.S4]
	FMLALANE(8, 16, 0, 0)
	FMLALANE(9, 17, 0, 0)
	FMLALANE(10, 18, 0, 0)
	FMLALANE(11, 19, 0, 0)
	FMLALANE(12, 20, 0, 1)
	FMLALANE(13, 21, 0, 1)
	FMLALANE(14, 22, 0, 1)
	FMLALANE(15, 23, 0, 1)
	SUBS $2, R11
	BGE  two

rest:
	ADDS $2, R11
	BLE  summed
	FMOVS (R0), F0
	VLD1  (R6), [V16.S4, V17.S4, V18.S4, V19.S4]
	FMLALANE(8, 16, 0, 0)
	FMLALANE(9, 17, 0, 0)
	FMLALANE(10, 18, 0, 0)
	FMLALANE(11, 19, 0, 0)

summed:
	FADD(8, 8, 12)
	FADD(9, 9, 13)
	FADD(10, 10, 14)
	FADD(11, 11, 15)
	SWISHNUMBERS
	MOVD kind+40(FP), R12
	CMP  $1, R12
	BLT  store
	BGT  swish
	RELU(8)
	RELU(9)
	RELU(10)
	RELU(11)
	B    store

swish:
	MOVWU scale+48(FP), R12
	VDUP  R12, V4.S4
	MOVWU shift+52(FP), R12
	VDUP  R12, V5.S4
	SWISH(8)
	SWISH(9)
	SWISH(10)
	SWISH(11)

store:
	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R7)
	RET
