import Model
import Testing

@testable import Extract

@Suite struct LicenceStageTests {
    private func licences(_ line: String) throws -> [String] {
        try withPage("<body><p>\(line)</p>") { LicenceStage(page: $0).licences() }
    }

    @Test(arguments: [
        ("京ICP证030173号", ["京ICP证030173号"]), ("粤ICP备 09109218 号", ["粤ICP备 09109218"]),
        ("ICP备12345678号", ["ICP备12345678号"]),
        ("浙ICP备18034563号-3 浙公网安备 33010602000001号", ["浙ICP备18034563号-3", "浙公网安备 33010602000001号"]),
        ("信息网络传播视听节目许可证0105108号", ["信息网络传播视听节目许可证0105108号"]),
        ("网络文化经营许可证 闽网文〔2019〕3630-217号", ["网络文化经营许可证 闽网文〔2019〕3630-217号"]),
    ])
    func numbers(line: String, expected: [String]) throws {
        #expect(try licences(line) == expected)
    }

    @Test(arguments: ["ICP备案", "闽ICP备案号", "许可证制度", "ICP备12", "办理许可证需要三天", ""])
    func wordsWithoutNumbersAreNone(line: String) throws {
        #expect(try licences(line).isEmpty)
    }

    @Test func aNumberIsGivenOnce() throws {
        #expect(try licences("闽ICP备01234567号</p><p>闽ICP备01234567号") == ["闽ICP备01234567号"])
    }

    @Test(arguments: [("闽", "福建"), ("京", "北京"), ("粤", "广东"), ("黑", "黑龙江"), ("蒙", "内蒙古")])
    func provincesByTheirCharacter(short: Unicode.Scalar, name: String) {
        #expect(Provinces.name(of: short.value) == name)
    }

    @Test func otherCharactersAreNoProvince() {
        #expect(Provinces.name(of: 0x41) == nil)
    }
}

@Suite struct RightsHolderStageTests {
    private func holder(_ line: String) throws -> String? {
        try withPage("<body><p>\(line)</p>") { RightsHolderStage(page: $0).candidates().best?.value }
    }

    @Test(arguments: [
        ("© 2024 Marrow Post Company. All rights reserved.", "Marrow Post Company"),
        ("Copyright (c) 1999-2024 Marrow Post", "Marrow Post"),
        ("Copyright © 2024 by Marrow Post | Terms", "Marrow Post"),
        ("©2024 Marrow Post, a Bay Group company", "Marrow Post"),
        ("版权所有 海湾网", "海湾网"), ("海湾网版权所有 未经授权不得转载", "海湾网"), ("本网站由海湾网版权所有", "海湾网"),
    ])
    func formulas(line: String, expected: String) throws {
        #expect(try holder(line) == expected)
    }

    @Test(arguments: ["All rights reserved", "© 2024", "Copyright", "版权所有", "Nothing here", ""])
    func formulasWithoutAName(line: String) throws {
        #expect(try holder(line) == nil)
    }
}
