/** The grading table of the field, as people paste it (issue "The main job, end to end"). */
export const templateText = `客户基本信息 | 分级指标 | 分级结果 | 备注 | | |
---|---|---|---|---|---|---|
客户名称 | 联系方式 | 购买频率 | 单次消费金额 | 客户生命周期价值 | 等级 | 备注 |
张三 | 138xxxxxx | 每月一次 | 500元 | 5000元 | A级 | 长期稳定客户 |
李四 | 139xxxxxx | 每季度一次 | 3000元 | 30000元 | B级 | 高价值客户 |
王五 | 137xxxxxx | 半年一次 | 1000元 | 2000元 | C级 | 新客户 |
`
